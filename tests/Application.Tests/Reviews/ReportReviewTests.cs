using Azure.Data.Tables;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Tests.Reviews;

[Collection(SharedAzurite.Name)]
public sealed class ReportReviewTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task AReportIsSubmittedSentBackAndApprovedAndItsTimelineListsThis()
    {
        await using var city = await City.OpenAsync(azurite);
        Assert.Equal(ReportState.NotSubmitted, await city.StateAsync());
        var first = await city.SubmittedAsync("一");
        Assert.Equal(ReportState.Submitted, await city.StateAsync());
        Assert.IsType<ReviewOutcome.Changed>(await city.SendBackAsync(first));
        Assert.Equal((ReportState.SentBack, "表記をそろえてください。"),
            ((await city.LineAsync()).State, Assert.Single((await city.LineAsync()).Standing.OpenComments).Excerpt));
        var second = await city.SubmittedAsync("一", "二");
        Assert.Equal((ReportState.Submitted, 0), (await city.StateAsync(), (await city.LineAsync()).Standing.OpenComments.Count()));
        Assert.IsType<ReviewOutcome.Changed>(
            await city.Get<ReportReviews>().ApproveAsync(ReviewedCity.Zaisei, second, ReviewedCity.Form(), default));

        var view = await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default);

        Assert.Equal(ReportState.Approved, view.Standing.State);
        Assert.Equal(
            [ReviewLineKind.Approved, ReviewLineKind.Submitted, ReviewLineKind.Comment, ReviewLineKind.SentBack, ReviewLineKind.Submitted],
            view.Timeline.Select(l => l.Kind));
        Assert.Equal(
            ["report approved", "report sent back", "submission Accepted", "submission Accepted"],
            (await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync()).Select(e => e.GetString("What"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ApprovingAnOutdatedSubmissionIsAConflictThatNamesTheClerk()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await city.SubmittedAsync("一");
        var second = await city.SubmittedAsync("一", "二");

        var outcome = await city.Get<ReportReviews>().ApproveAsync(ReviewedCity.Zaisei, first, ReviewedCity.Form(), default);

        var change = Assert.IsType<ReviewOutcome.Overtaken>(outcome).Change;
        Assert.Equal(("a clerk", second.Submission), (change.Who, change.Submission));
        Assert.Equal(ReportState.Submitted, await city.StateAsync());
    }

    [Fact]
    public async Task OneFormSentTwiceAtOnceIsOneMessage()
    {
        await using var city = await City.OpenAsync(azurite);
        var form = ReviewedCity.Form(side: ReviewSide.Department);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            city.Get<ReportReviews>().WriteAsync(ReviewedCity.Zaisei, new(ReportSection.Wards, "質問です。"), form, default)));

        Assert.Single((await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default)).Timeline);
        Assert.All(outcomes, o => Assert.True(o is ReviewOutcome.Changed or ReviewOutcome.AlreadyDone));
    }

    [Fact]
    public async Task MessagesOfManyAtOnceAllArrive()
    {
        await using var city = await City.OpenAsync(azurite);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            city.Get<ReportReviews>().WriteAsync(ReviewedCity.Zaisei, new(null, $"{i}"), ReviewedCity.Form($"人{i}"), default)));

        Assert.Equal(["0", "1", "2", "3"], (await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default)).Timeline
            .Select(l => l.Text).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task OfTwoCoordinatorsWhoDecideAtOnceOnlyOneSucceeds()
    {
        await using var city = await City.OpenAsync(azurite);
        var seen = await city.SubmittedAsync();

        var outcomes = await Task.WhenAll(
            city.Get<ReportReviews>().ApproveAsync(ReviewedCity.Zaisei, seen, ReviewedCity.Form("一人目"), default),
            city.SendBackAsync(seen));

        Assert.Single(outcomes.OfType<ReviewOutcome.Changed>());
        Assert.Single(outcomes.OfType<ReviewOutcome.Overtaken>());
    }

    [Fact]
    public async Task TheSweepWritesAnAuditEntryThatACrashPrevented()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var seen = await city.SubmittedAsync();
        network.IsCut = r => r.RequestUri!.AbsolutePath.Contains("/Audit(", StringComparison.Ordinal);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => city.SendBackAsync(seen)));
        network.IsCut = _ => false;
        Assert.Equal(ReportState.SentBack, await city.StateAsync());

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Contains(
            await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync(), e => e.GetString("What") == "report sent back");
        Assert.Empty((await city.StoredAsync()).UnwrittenAuditEntries);
    }

    [Fact]
    public async Task AReportIsSentBackOnceWhenTheFirstAnswersOfStorageAreLost()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var seen = await city.SubmittedAsync();
        network.LosesFirstAnswers = true;

        Assert.IsType<ReviewOutcome.Changed>(await city.SendBackAsync(seen));

        network.LosesFirstAnswers = false;
        Assert.Equal(ReportState.SentBack, await city.StateAsync());
        Assert.Equal(3, (await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default)).Timeline.Count);
    }

    [Fact]
    public async Task ReviewsAreNotListedAsCurrentSubmissions()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SendBackAsync(await city.SubmittedAsync());

        Assert.Equal(
            "zaisei", Assert.Single(await city.Get<Storage.Submissions.CurrentStore>().OfYearAsync(City.Year, default)).Department);
    }
}
