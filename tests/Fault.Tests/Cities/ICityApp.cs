namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>The running app that is tested: a <see cref="PipelineApp"/> or a <see cref="WorkerApp"/>.</summary>
internal interface ICityApp : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>What the app logged.</summary>
    string Output { get; }

    /// <summary>Fires a timer as the Functions host does.</summary>
    Task FireAsync(string function);

    /// <summary>Ends the app without giving it time for anything.</summary>
    Task KillAsync();
}
