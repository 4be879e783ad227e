using KawasakiServerless.Fault.Tests.Network;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>When a process dies: before the call arrives, or after it was carried out and before its answer arrives.</summary>
internal enum Moment
{
    Before,
    After,
}

/// <summary>
/// The storage call at which the process dies, by its kind and by its number among the calls of that kind, counted from 1.
/// </summary>
internal sealed record KillPoint(string Kind, int Occurrence, Moment Moment);

/// <summary>A network that stops for good at one call: either that call or its answer does not arrive, and no later call arrives.</summary>
internal sealed class KillSwitch : INetwork
{
    private readonly Lock gate = new();
    private readonly List<StorageCall> seen = [];
    private readonly List<Task> underWay = [];
    private readonly Dictionary<string, TaskCompletionSource> awaited = new(StringComparer.Ordinal);
    private TaskCompletionSource<StorageCall> struck = New<StorageCall>();
    private KillPoint? armed;
    private bool isStopped;

    /// <summary>The calls since <see cref="Arm"/> was last called.</summary>
    public IReadOnlyList<StorageCall> Seen
    {
        get
        {
            lock (gate)
                return [.. seen];
        }
    }

    /// <summary>
    /// Completes with the call at which the network stopped, when storage has carried out all calls that it received before.
    /// </summary>
    public Task<StorageCall> Struck => struck.Task;

    /// <param name="point">The call at which to stop; null to only record the calls.</param>
    public void Arm(KillPoint? point)
    {
        lock (gate)
        {
            seen.Clear();
            awaited.Clear();
            (armed, struck) = (point, New<StorageCall>());
        }
    }

    /// <summary>Completes when the next call of this kind has been answered.</summary>
    public Task AnsweredAsync(string kind)
    {
        lock (gate)
            return (awaited.TryGetValue(kind, out var known) ? known : awaited[kind] = New()).Task;
    }

    public async Task CarryAsync(StorageCall call, Exchange exchange)
    {
        var isIt = Enter(call, out var mayPass);
        if (!mayPass)
        {
            await StopAsync(call, isIt);
            await exchange.HoldAsync();
            return;
        }

        var answer = await ForwardAsync(exchange);
        if (isIt || IsStopped())
        {
            await StopAsync(call, isIt);
            await exchange.HoldAsync();
            return;
        }

        await exchange.AnswerAsync(answer);
        Told(call.Kind);
    }

    private bool Enter(StorageCall call, out bool mayPass)
    {
        lock (gate)
        {
            seen.Add(call);
            var isIt = !isStopped && armed?.Kind == call.Kind && armed.Occurrence == seen.Count(s => s.Kind == call.Kind);
            mayPass = !isStopped && !(isIt && armed!.Moment == Moment.Before);
            isStopped |= isIt;
            return isIt;
        }
    }

    private Task<StorageAnswer> ForwardAsync(Exchange exchange)
    {
        lock (gate)
        {
            var forwarded = exchange.ForwardAsync();
            underWay.Add(forwarded);
            return forwarded;
        }
    }

    // Waits until storage has carried out the calls that are already on their way to it. Otherwise the process would die while calls are in
    // progress, and not between two calls.
    private async Task StopAsync(StorageCall call, bool isIt)
    {
        if (!isIt)
            return;
        Task[] rest;
        lock (gate)
            rest = [.. underWay];
        await Task.WhenAll(rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        struck.TrySetResult(call);
    }

    private bool IsStopped()
    {
        lock (gate)
            return isStopped;
    }

    private void Told(string kind)
    {
        lock (gate)
        {
            if (awaited.Remove(kind, out var waiting))
                waiting.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
