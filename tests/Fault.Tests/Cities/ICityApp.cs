namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>A city's app while it lives.</summary>
internal interface ICityApp : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>What it logged.</summary>
    string Output { get; }

    /// <summary>Fires a timer as the Functions host does.</summary>
    Task FireAsync(string function);

    /// <summary>Ends it without giving it time for anything.</summary>
    Task KillAsync();
}
