using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>
/// The Functions host stops the .NET worker process, as it does before it removes an instance, while the worker accepts a workbook or
/// publishes. The worker must end in time with exit code 0, and its unfinished work must be resumed. `FAULTS=all` stops it at fifty
/// moments, otherwise it is stopped at six.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class TerminationTests(SharedAzurite azurite)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly int Moments = FaultTests.AreFull ? 25 : 3;

    // Accepting a submission takes at least 13 storage calls, accepting one and publishing the small change about 175.
    private const int CallsOfAnUpload = 13, CallsOfANight = 165;

    [Fact]
    public Task AWorkerThatIsStoppedWhileItAcceptsAWorkbookEndsInTime() =>
        StopsInTimeAsync(CallsOfAnUpload, (city, moment) => city.UploadAsync("zaisei", Workbook(moment)));

    [Fact]
    public Task AWorkerThatIsStoppedWhileItPublishesEndsInTime() => StopsInTimeAsync(CallsOfANight, async (city, moment) =>
    {
        (await city.UploadAsync("zaisei", Workbook(moment))).Dispose();
        await city.FireAsync("NightlyPublish");
    });

    private static byte[] Workbook(int moment) => SmallWorkbook.Of("zaisei", (1, $"取組{moment}"));

    private async Task StopsInTimeAsync(int calls, Func<MortalCity, int, Task> act)
    {
        await using var city = await MortalCity.StartAsync(azurite.NewStore(), () => new SignallingNetwork(), AppKind.Worker);
        await city.View.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        for (var moment = 0; moment < Moments; moment++)
        {
            if (moment > 0)
                await city.ChangeToAsync(AppKind.Worker);
            var reached = ((SignallingNetwork)city.Network).Reached(1 + (moment * calls / Moments));
            var acting = act(city, moment);
            await Task.WhenAny(reached, acting);
            Assert.True(reached.IsCompleted, $"The work ended before the call at which the worker was to be stopped, at moment {moment}.");

            Assert.Equal(0, await city.TerminateAsync(Grace));

            await acting.WaitAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await city.StartAgainAsync();
            await city.FireAsync("Sweep");
            await city.FireAsync("NightlyPublish");
            var promise = new Settled(city.View);
            Assert.Empty(await promise.BreachesAsync());
            Assert.Empty(await promise.OfSiteAsync());
        }
    }

    /// <summary>Lets every call pass, and signals when the given number of calls has come.</summary>
    private sealed class SignallingNetwork : INetwork
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = int.MaxValue;

        public Task Reached(int calls)
        {
            Volatile.Write(ref left, calls);
            return reached.Task;
        }

        public async Task CarryAsync(StorageCall call, Exchange exchange)
        {
            if (Interlocked.Decrement(ref left) == 0)
                reached.TrySetResult();
            await exchange.AnswerAsync(await exchange.ForwardAsync());
        }
    }
}
