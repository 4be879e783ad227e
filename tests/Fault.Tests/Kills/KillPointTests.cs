using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Network;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>
/// The app dies before or after one of its storage calls, at a different call in each case. After a restart the promise must hold: nothing
/// is lost, doubled or incomplete. `FAULTS=all` kills the real worker at every call; of the kinds of calls that are made by the hundred, it
/// chooses only a few evenly spaced ones. Without it, each kind of call is tested once, and writes to the live site and updates of a
/// submission's row once in each scenario.
/// </summary>
[TestCaseOrderer("KawasakiServerless.Fault.Tests.Kills.AsListed", "KawasakiServerless.Fault.Tests")]
[Collection(SharedAzurite.Name)]
public sealed class KillPointTests(KillReport report, SharedAzurite azurite, ITestOutputHelper output) : IClassFixture<KillReport>
{
    private const int AtOnce = 2, RoundsPerStore = 10, TooFewToShare = 4;

    // How many kill points must be reached for each one that is not. The number of calls of an operation varies: in later rounds the
    // history is longer, and some calls are made in parallel or only once by each started app.
    private const int KilledPerMiss = 5;

    // The fastest scenarios come first. Unless `FAULTS=all` is set, most kinds of calls that they make are not tested again in later ones.
    private static readonly OrderedDictionary<string, Func<MortalCity, Scenario>> Scenarios = new(StringComparer.Ordinal)
    {
        ["first upload"] = city => new UploadScenario(city, UploadKind.First),
        ["replacing upload"] = city => new UploadScenario(city, UploadKind.Replacing),
        ["rejected upload"] = city => new UploadScenario(city, UploadKind.Rejected),
        ["sweep"] = city => new SweepScenario(city),
        ["first publication"] = city => new FirstPublication(city),
        ["changed publication"] = city => new ChangedPublication(city),
        ["restore"] = city => new RestoredPublication(city),
        ["purge"] = city => new PurgeScenario(city),
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    internal static int PlaceOf(string name) => Scenarios.IndexOf(name);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task NothingIsLostDoubledOrIncompleteAfterAKillAtAnyStorageCall(string name)
    {
        await using var city = await MortalCity.StartAsync(azurite.NewStore());
        var scenario = Scenarios[name](city);
        var lanes = Lanes(report.Choose(name, await WatchAsync(city, scenario)));
        // The kill points are divided into lanes, which run in parallel. The first lane uses the city in which the calls were watched. This
        // saves starting an app with a new store.
        await Parallel.ForEachAsync(lanes.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (lane, _) => new(
            lane.Index == 0 ? KillAsync(name, city, scenario, lane.Item, 2) : KillInAnotherCityAsync(name, lane.Item)));

        var failed = report.FailedOf(name);
        var (killed, missed) = (report.CountOf(name), report.MissedOf(name));
        output.WriteLine($"{name}: {killed} kill points, {missed.Count} not reached");
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.True(killed > 0 && missed.Count <= Math.Max(1, killed / KilledPerMiss), $"{killed} kills, not: {string.Join("; ", missed)}");
    }

    /// <summary>Kills the real worker by SIGKILL, half way through the storage calls of each of these operations.</summary>
    [Theory]
    [InlineData("replacing upload")]
    [InlineData("changed publication")]
    [InlineData("purge")]
    public async Task TheWorkOfAKilledWorkerIsFinishedAfterARestart(string name)
    {
        await using var city = await MortalCity.StartAsync(azurite.NewStore());
        var scenario = Scenarios[name](city);
        var calls = await WatchAsync(city, scenario);
        var half = calls[calls.Count / 2];
        await city.ChangeToAsync(AppKind.Worker);

        var died = await KillAsync(
            city, scenario, new(half.Kind, calls.Take(calls.Count / 2).Count(c => c.Kind == half.Kind) + 1, Moment.After), 2);

        Assert.Empty(Assert.NotNull(died).Breaches);
    }

    private static IEnumerable<KillPoint[]> Lanes(IReadOnlyList<KillPoint> points)
    {
        var size = points.Count <= TooFewToShare ? TooFewToShare : Math.Clamp((points.Count + AtOnce - 1) / AtOnce, 1, RoundsPerStore);
        return points.Chunk(size);
    }

    /// <summary>Runs the first round of the operation without killing the app, and returns the storage calls that the app made.</summary>
    private static async Task<IReadOnlyList<StorageCall>> WatchAsync(MortalCity city, Scenario scenario)
    {
        await scenario.PrepareAsync();
        await scenario.BeginAsync(1);
        city.Switch.Arm(null);
        await scenario.ActAsync();
        return city.Switch.Seen;
    }

    private async Task KillInAnotherCityAsync(string name, KillPoint[] points)
    {
        await using var city = await MortalCity.StartAsync(azurite.NewStore());
        var scenario = Scenarios[name](city);
        await scenario.PrepareAsync();
        await KillAsync(name, city, scenario, points, 1);
    }

    private async Task KillAsync(string name, MortalCity city, Scenario scenario, KillPoint[] points, int firstRound)
    {
        foreach (var (index, point) in points.Index())
        {
            try
            {
                if (await KillAsync(city, scenario, point, firstRound + index) is var (call, breaches))
                    report.Add(name, point, call, breaches);
                else
                    report.Miss(name, point);
            }
#pragma warning disable CA1031 // Any exception is reported, together with the kill point at which it happened.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                report.Add(name, point, null, [$"{failure.Message}\n{city.Output}"]);
                return;
            }
        }
    }

    /// <returns>Null if the operation ended before it reached the kill point.</returns>
    private static async Task<(StorageCall Call, IReadOnlyList<string> Breaches)?> KillAsync(
        MortalCity city, Scenario scenario, KillPoint point, int round)
    {
        await scenario.BeginAsync(round);
        city.Switch.Arm(point);
        var (struck, acting) = (city.Switch.Struck, scenario.ActAsync());
        if (await Task.WhenAny(struck, acting) == acting && !struck.IsCompleted)
        {
            await acting;
            city.Switch.Arm(null);
            return null;
        }

        await city.KillAsync();
        // The request gets no answer from the dead app. It has a second to end, and how it ends does not matter.
        await ((Task)acting.ContinueWith(_ => { }, TaskScheduler.Default)).WaitAsync(TimeSpan.FromSeconds(1))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var dead = await scenario.AfterDeathAsync();
        await city.StartAgainAsync();
        return (await struck, [.. dead, .. await scenario.AfterRestartAsync()]);
    }
}

/// <summary>Runs the test cases in the order in which the scenarios are listed, and not in xunit's order.</summary>
public sealed class AsListed : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(c => KillPointTests.PlaceOf((string)c.TestMethodArguments[0]));
}
