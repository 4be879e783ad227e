namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>
/// A test network that makes storage seem unreliable. Storage seems to refuse calls, to be busy or to fail, or it carries out a call but
/// answers late, incompletely or not at all; some calls never reach storage, and others reach it twice. What happens to a call depends on
/// the seed and on how many calls came before it.
/// </summary>
internal sealed class UnreliableNetwork(int seed) : INetwork
{
    private const int Of = 1000;

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly SortedDictionary<string, int> dealt = new(StringComparer.Ordinal);
    private int calls;

    public bool IsCalm { get; set; } = true;

    /// <summary>
    /// Which call, counted from 1, is never answered, so that the client waits until its own time limit; zero if every call is answered.
    /// </summary>
    public int HangsAt { get; init; }

    /// <summary>How often each kind of fault occurred, and in addition how many calls were carried out as they should be.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (gate)
                return dealt.ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>How many calls there were, and how often each kind of fault occurred.</summary>
    public string Dealt
    {
        get
        {
            lock (gate)
                return $"{calls} calls: {string.Join(", ", dealt.Select(d => $"{d.Value} {d.Key}"))}";
        }
    }

    public async Task CarryAsync(StorageCall call, Exchange exchange)
    {
        var (roll, late) = Roll();
        var (name, act) = Choose(call, roll);
        lock (gate)
            dealt[name] = dealt.GetValueOrDefault(name) + 1;
        await Task.Delay(late, exchange.Gone);
        await act(exchange);
    }

    private (int Roll, TimeSpan Late) Roll()
    {
        lock (gate)
        {
            if (IsCalm)
                return (Of, TimeSpan.Zero);
            calls++;
            var (roll, late) = (calls == HangsAt ? -1 : random.Next(Of), random.Next(200));
            return (roll, TimeSpan.FromMilliseconds(roll is >= 60 and < 80 ? late : 0));
        }
    }

    private static (string Name, Func<Exchange, Task> Act) Choose(StorageCall call, int roll) => roll switch
    {
        -1 => ("never answered", e => e.HoldAsync()),
        < 1 => ("403", e => e.RefuseAsync(403, "AuthorizationFailure")),
        < 4 => ("429", e => e.RefuseAsync(429, "TooManyRequests")),
        < 10 => ("500", e => e.RefuseAsync(500, "InternalError")),
        < 20 => ("503", e => e.RefuseAsync(503, "ServerBusy")),
        < 24 => ("done and answered 503", DoneAndBusyAsync),
        < 27 => ("done and answered 504", DoneAndTimedOutAsync),
        < 34 => ("reset before it arrived", ResetAsync),
        < 42 => ("done and reset", DoneAndResetAsync),
        < 48 => ("half answered", HalfAsync),
        < 58 => ("delivered twice", TwiceAsync),
        < 60 when call.Kind == "acquire lock" => ("409", e => e.RefuseAsync(409, "LeaseAlreadyPresent")),
        < 80 => ("late", PassAsync),
        _ => ("as it should be", PassAsync),
    };

    private static async Task PassAsync(Exchange exchange) => await exchange.AnswerAsync(await exchange.ForwardAsync());

    private static async Task TwiceAsync(Exchange exchange)
    {
        await exchange.ForwardAsync();
        await PassAsync(exchange);
    }

    private static async Task HalfAsync(Exchange exchange) => await exchange.AnswerHalfAsync(await exchange.ForwardAsync());

    private static Task ResetAsync(Exchange exchange)
    {
        exchange.Abort();
        return Task.CompletedTask;
    }

    private static async Task DoneAndResetAsync(Exchange exchange)
    {
        await exchange.ForwardAsync();
        exchange.Abort();
    }

    private static async Task DoneAndBusyAsync(Exchange exchange)
    {
        await exchange.ForwardAsync();
        await exchange.RefuseAsync(503, "ServerBusy");
    }

    private static async Task DoneAndTimedOutAsync(Exchange exchange)
    {
        await exchange.ForwardAsync();
        await exchange.RefuseAsync(504, "OperationTimedOut");
    }
}
