namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>Runs an action of the test before each call, then lets the call pass, or refuses it if the test says so.</summary>
internal sealed class HookedNetwork : INetwork
{
    private readonly Lock gate = new();
    private readonly List<StorageCall> seen = [];

    public Func<StorageCall, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<StorageCall, bool> IsCut { get; set; } = _ => false;

    public IReadOnlyList<StorageCall> Seen
    {
        get
        {
            lock (gate)
                return [.. seen];
        }
    }

    public async Task CarryAsync(StorageCall call, Exchange exchange)
    {
        lock (gate)
            seen.Add(call);
        await Before(call);
        await (IsCut(call) ? exchange.RefuseAsync(403, "AuthorizationFailure") : PassAsync(exchange));
    }

    private static async Task PassAsync(Exchange exchange) => await exchange.AnswerAsync(await exchange.ForwardAsync());
}
