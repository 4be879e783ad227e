using KawasakiServerless.Application.Submissions;

namespace KawasakiServerless.Application.Tests.Submissions;

public sealed class GateTests
{
    private static readonly GateSize OneAndOneInLine = new(Places: 1, MostWaiting: 1, TimeSpan.FromSeconds(30));

    private readonly TimedClock clock = new();

    [Fact]
    public async Task AGateWithAFullQueueRejectsCallersAndAdmitsTheNextWhenAPlaceIsFree()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        var first = await gate.TryEnterAsync(default);
        var second = gate.TryEnterAsync(default);

        Assert.Null(await gate.TryEnterAsync(default));

        first!.Dispose();
        using var place = await second;
        Assert.NotNull(place);
    }

    [Fact]
    public async Task AGateRejectsACallerThatHasWaitedTooLong()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        using var first = await gate.TryEnterAsync(default);
        clock.Over = OneAndOneInLine.Patience;

        Assert.Null(await gate.TryEnterAsync(default));
    }

    [Fact]
    public async Task ACancelledCallerLeavesTheQueueOfTheGate()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        var first = await gate.TryEnterAsync(default);
        using var hungUp = new CancellationTokenSource();
        var second = gate.TryEnterAsync(hungUp.Token);
        await hungUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        var third = gate.TryEnterAsync(default);
        first!.Dispose();

        using var place = await third;
        Assert.NotNull(place);
    }

    [Fact]
    public async Task DisposingAPlaceOfTheGateTwiceFreesItOnce()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        var first = await gate.TryEnterAsync(default);
        first!.Dispose();
        first.Dispose();
        using var second = await gate.TryEnterAsync(default);

        var third = gate.TryEnterAsync(default);

        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task WorkThatTimesOutKeepsItsPlaceInTheGateUntilItEnds()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        using var end = new ManualResetEventSlim();
        var place = await gate.TryEnterAsync(default);
        clock.Over = Place.Deadline;

        await Assert.ThrowsAsync<TimeoutException>(() => place!.RunAsync(_ => Hang(end), default));
        place!.Dispose();
        var next = gate.TryEnterAsync(default);
        Assert.False(next.IsCompleted);

        end.Set();
        using var free = await next;
        Assert.NotNull(free);
    }

    [Fact]
    public async Task CancelledWorkThatStopsThrowsACancellationAndNoTimeout()
    {
        using var gate = new Gate(OneAndOneInLine, clock);
        using var place = await gate.TryEnterAsync(default);
        using var stop = new CancellationTokenSource();

        var stopped = place!.RunAsync<int>(
            token =>
            {
                stop.Cancel();
                throw new OperationCanceledException(token);
            },
            stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
    }

    private static int Hang(ManualResetEventSlim end)
    {
        end.Wait();
        return 0;
    }
}
