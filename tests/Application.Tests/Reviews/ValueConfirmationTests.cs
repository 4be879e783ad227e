using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Tests.Reviews;

[Collection(SharedAzurite.Name)]
public sealed class ValueConfirmationTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AConfirmedValueNeedsNoConfirmationAtTheNextUploadUnlessItChanged()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await SubmitAsync(city, 500);
        Assert.Equal(1, (await city.LineAsync()).Standing.Findings?.Unconfirmed);

        Assert.IsType<ReviewOutcome.Changed>(await ConfirmAsync(city, first.Problems, "会場が増えたため"));
        Assert.Equal(0, (await city.LineAsync()).Standing.Findings?.Unconfirmed);
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Testing.Some.Workbook("zaisei", "数値のない取組")));
        var same = await SubmitAsync(city, 500);
        Assert.Equal(0, (await city.LineAsync()).Standing.Findings?.Unconfirmed);
        await SubmitAsync(city, 600);

        Assert.Empty(await city.Get<ValueConfirmations>().UnconfirmedAsync(ReviewedCity.Zaisei, same.Problems, default));
        Assert.Equal(1, (await city.LineAsync()).Standing.Findings?.Unconfirmed);
        var confirmation = Assert.Single(await city.Get<ValueConfirmations>().OfAsync(ReviewedCity.Zaisei, default));
        Assert.Equal(("sudden-change", "zaisei-0001-1", "会場が増えたため", ReasonUse.Published),
            (confirmation.Code, confirmation.Records, confirmation.Reason, confirmation.ReasonUse));
        Assert.Empty(await city.Get<ReviewStore>().WithoutReasonAsync(City.Year, default));
    }

    [Fact]
    public async Task APublishedReasonIsTheNoteOfTheConfirmedValueFromTheNextSubmissionOn()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await SubmitAsync(city, 500);
        await ConfirmAsync(city, first.Problems, "会場が増えたため");
        await city.SubmitAsync("zaisei", Testing.Some.Workbook("zaisei", "数値のない取組"));
        var second = await SubmitAsync(city, 500);
        var third = await SubmitAsync(city, 600);
        await city.Get<ValueConfirmations>().ConfirmAsync(
            ReviewedCity.Zaisei, new(first.Problems, "会場が増えたため", ReasonUse.Internal), ReviewedCity.Form(side: ReviewSide.Department),
            default);
        var fourth = await SubmitAsync(city, 500);

        Assert.Empty(await NotesAsync(city, first));
        Assert.Equal([$"{ExpectedYears.Due(City.Year).ElementAt(1).EraLabel}：会場が増えたため"], await NotesAsync(city, second));
        Assert.Empty(await NotesAsync(city, third));
        Assert.Empty(await NotesAsync(city, fourth));
    }

    [Fact]
    public async Task AThousandProblemsOfOneKindAreConfirmedByOneForm()
    {
        await using var city = await City.OpenAsync(azurite);
        Problem[] problems = [.. Enumerable.Range(0, 1_000).Select(i => new Problem("sudden-change",
            Severity.Warning, "視点別取組", $"K{i + 5}", $"{i}", "増えています。", "") { AsksForConfirmation = true })];

        Assert.IsType<ReviewOutcome.Changed>(await ConfirmAsync(city, problems, reason: null));

        Assert.Empty(await city.Get<ValueConfirmations>().UnconfirmedAsync(ReviewedCity.Zaisei, problems, default));
        Assert.Single((await city.Get<ReportReviews>().ViewAsync(ReviewedCity.Zaisei, default)).Timeline);
        Assert.Equal(["zaisei"], await city.Get<ReviewStore>().WithoutReasonAsync(City.Year, default));
    }

    [Fact]
    public async Task AConfirmationOfOtherProblemsOrWithATooLongReasonIsRefused()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await SubmitAsync(city, 500);

        Assert.IsType<ReviewOutcome.Refused>(
            await ConfirmAsync(city, [.. first.Problems.Where(p => !p.AsksForConfirmation)], reason: null));
        Assert.IsType<ReviewOutcome.Refused>(await ConfirmAsync(city, first.Problems, new string('長', 501)));
    }

    [Fact]
    public async Task TheSweepAddsTheProblemCountsThatAnEarlierVersionDidNotStore()
    {
        await using var city = await City.OpenAsync(azurite);
        var accepted = await SubmitAsync(city, 500);
        await ForgetTallyAsync(city);
        Assert.Null((await city.LineAsync()).Standing.Findings);

        Assert.Contains("board row 2018-zaisei brought up to date", await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));

        var standing = (await city.LineAsync()).Standing;
        Assert.Equal((1, "a clerk"), (standing.Findings?.Unconfirmed, standing.SubmittedBy));
        Assert.Equal(accepted.Submission.Id.Value, standing.Counting?.Id);
        Assert.Empty(await city.Get<BoardRepair>().RunAsync(default));
    }

    [Fact]
    public async Task TheSweepCountsConfirmationsMadeWhileASubmissionBecameCurrent()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await SubmitAsync(city, 500);
        await ConfirmAsync(city, first.Problems, "会場が増えたため");
        var stored = await city.StoredAsync();
        var late = stored with { Review = stored.Review with { ConfirmedAt = DateTimeOffset.UtcNow.AddMinutes(1), Findings = null } };
        await city.Get<ReviewStore>().TryWriteAsync(City.Year, late, new([], []), default);

        Assert.Equal(["2018-zaisei"], await city.Get<BoardRepair>().RunAsync(default));

        Assert.Equal(0, (await city.LineAsync()).Standing.Findings?.Unconfirmed);
    }

    private static async Task<EquatableList<string>> NotesAsync(City city, UploadOutcome.Accepted accepted) =>
        Assert.Single((await city.Get<RecordStore>().ReadAsync(accepted.Submission.Id.Value, default)).Indicators).Notes;

    // Writes the current pointer (the row that names the submission in effect) as the app wrote it before it had reviews: without the
    // number of problems found in the submission, and without the name of the person who submitted.
    private static async Task ForgetTallyAsync(City city)
    {
        var current = city.Get<CurrentStore>();
        var pointer = (await current.FindAsync(City.Year, "zaisei", default))!;
        Assert.True(await current.TryMoveAsync(City.Year, pointer with { Findings = null, Who = null }, pointer.Version, default));
    }

    private static async Task<UploadOutcome.Accepted> SubmitAsync(City city, decimal figure) =>
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", ReviewedCity.JumpTo(figure)));

    private static Task<ReviewOutcome> ConfirmAsync(
        City city, IReadOnlyCollection<Problem> problems, string? reason) => city.Get<ValueConfirmations>().ConfirmAsync(
        ReviewedCity.Zaisei, new(problems, reason, ReasonUse.Published), ReviewedCity.Form("財政 太郎", ReviewSide.Department), default);
}
