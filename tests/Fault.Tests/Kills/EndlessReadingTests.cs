using System.Net;
using System.Net.Http.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>
/// One department's workbook kills every process that reads it, before any result of the reading reaches storage, as happens when memory
/// runs out. The city's report must be published all the same.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class EndlessReadingTests(SharedAzurite azurite)
{
    private const string Deadly = "zaisei", Other = "kankyo";

    // An upload first writes a blob with the original workbook, then one with its problems; the sweep, which resumes the upload, writes
    // only the problems. Until the problems are written, storage does not show that the reading has ended. So the process is killed just
    // before it writes them.
    private static readonly KillPoint InUpload = new(
        "PUT submissions", 2, Moment.Before), InSweep = new("PUT submissions", 1, Moment.Before);

    [Fact]
    public async Task ASubmissionThatKillsItsReadersIsAbandonedAndTheOthersArePublished()
    {
        await using var city = await MortalCity.StartAsync(azurite.NewStore());
        await city.View.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await SubmitAsync(city, Deadly, (1, "前の報告"), (2, "消すもの"));
        await DieAsync(city, InUpload, () => city.UploadAsync(Deadly, SmallWorkbook.Of(Deadly, (1, "終わらない"))));
        await DieAsync(city, InSweep, () => city.FireAsync("Sweep"));
        await SubmitAsync(city, Other, (1, "ほかの局の報告"));

        await city.FireAsync("NightlyPublish");

        var promise = new Settled(city.View);
        var endless = Assert.Single(await promise.SubmissionsAsync(), s => s.State == SubmissionState.Abandoned);
        Assert.Equal((Deadly, 2, 1), (endless.Id.Department, endless.Attempts, endless.ProblemCount));
        using var told = await city.SendAsync(HttpMethod.Get, $"/api/submissions/{endless.Id}");
        Assert.Contains("not-finished", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await promise.BreachesAsync());
        Assert.Empty(await promise.OfSiteAsync());
        await PurgeAsync(city, promise);
    }

    private static async Task PurgeAsync(MortalCity city, Settled promise)
    {
        using var asked = await city.SendAsync(HttpMethod.Post, "/api/purges", JsonContent.Create(new { record = $"{Deadly}-0002" }));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Purge purge;
        while (city.Switch.AnsweredAsync("PUT Publications") is var updated
            && (purge = Assert.Single(await promise.PurgesAsync())) is { State: PurgeState.Requested, Message: null })
            await updated.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((PurgeState.Done, null), (purge.State, purge.Message));
        Assert.Empty(await promise.BreachesAsync());
    }

    private static async Task DieAsync(MortalCity city, KillPoint point, Func<Task> act)
    {
        city.Switch.Arm(point);
        var (struck, acting) = (city.Switch.Struck, act());
        await struck.WaitAsync(TimeSpan.FromMinutes(2));
        await city.KillAsync();
        await acting.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await city.StartAgainAsync();
    }

    private static async Task SubmitAsync(MortalCity city, string department, params (int Number, string Text)[] initiatives)
    {
        using var answer = await city.UploadAsync(department, SmallWorkbook.Of(department, initiatives));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
