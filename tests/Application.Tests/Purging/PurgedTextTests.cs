using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using static KawasakiServerless.Application.Tests.Purging.PurgedCity;

namespace KawasakiServerless.Application.Tests.Purging;

/// <summary>A purge also removes the comments, messages and reasons that people wrote about the department's report.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PurgedTextTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task APurgeListsAndThenDeletesTheCommentsMessagesAndReasonsOfTheReport()
    {
        await using var city = await WrittenAsync();

        var plan = (await city.Get<PurgePlanner>().PlanAsync("zaisei-0002", default))!;
        Assert.Equal(["確認", "連絡", "差戻しのコメント"], plan.Texts.Select(t => t.Kind));
        Assert.All(plan.Texts, t => Assert.Contains(Mark, t.Text, StringComparison.Ordinal));
        Assert.Equal(PurgeState.Done, (await city.PurgeAsync("zaisei-0002")).State);

        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        var timeline = (await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default)).Timeline;
        Assert.Equal(3, timeline.Count(l => l.Text == PurgedTexts.Mark));
        Assert.All(timeline, l => Assert.NotEmpty(l.Who));
        Assert.Contains(
            (await city.Get<ReportReviews>().ViewAsync(new(City.Year, "kenkofukushi"), default)).Timeline, l => l.Text == Other);
    }

    [Theory]
    [InlineData("POST $batch", 1)]
    [InlineData("POST $batch", 2)]
    [InlineData("PUT Submissions", 1)]
    public async Task TheSweepDeletesTheCommentsAndMessagesOfAnInterruptedPurge(string death, int calls)
    {
        await using var city = await WrittenAsync();
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);
        var left = calls;
        await city.DieAsync(
            network, r => PublishedCity.Named(r).StartsWith(death, StringComparison.Ordinal) && --left <= 0,
            () => city.Get<Purger>().RunAsync(purge!, default));

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(PurgeState.Done, (await city.Get<Purger>().FindAsync(purge!.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    // A city with a record that contains a name; a reason, a message and a comment that repeat the name; and a message of another
    // department.
    private async Task<City> WrittenAsync()
    {
        var city = await City.OpenAsync(azurite, network: network);
        var reviews = city.Get<ReportReviews>();
        var jump = Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", ReviewedCity.JumpTo(500)));
        await city.Get<ValueConfirmations>().ConfirmAsync(
            ReviewedCity.Zaisei, new([.. jump.Problems.Select(p => p with { Records = "zaisei-0002-1" })], Secret, ReasonUse.Published),
            ReviewedCity.Form(side: ReviewSide.Department), default);
        await reviews.WriteAsync(ReviewedCity.Zaisei, new(null, Secret), ReviewedCity.Form(side: ReviewSide.Department), default);
        await reviews.WriteAsync(new(City.Year, "kenkofukushi"), new(null, Other), ReviewedCity.Form(side: ReviewSide.Department), default);
        await city.SendBackAsync(await city.SubmittedAsync(Other, Secret), Secret);
        return city;
    }
}
