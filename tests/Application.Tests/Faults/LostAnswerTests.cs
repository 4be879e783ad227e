using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Faults;

/// <summary>
/// The first answer to each write is lost, so the client sends the write again and finds that its first attempt has already taken effect.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class LostAnswerTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AnUploadIsAcceptedOnceWhenTheFirstAnswersOfStorageAreLost()
    {
        await using var city = await LossyAsync();

        var outcome = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));

        Assert.IsType<UploadOutcome.Accepted>(outcome);
        Assert.Single(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default));
        Assert.Equal(outcome.Submission.Id.Value, (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))?.Submission);
    }

    [Fact]
    public async Task AnOvertakenUploadIsAConflictWithoutRecordsWhenFirstAnswersAreLost()
    {
        await using var city = await LossyAsync();
        var late = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "甲"));
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "乙"));

        Assert.IsType<UploadOutcome.Conflict>(await city.Get<Acceptance>().ResumeAsync(late, await city.ReportingYearAsync(), default));

        Assert.Empty((await city.Get<RecordStore>().ReadAsync(late.Id.Value, default)).All);
    }

    [Fact]
    public async Task APublicationGoesLiveWhenTheFirstAnswersOfStorageAreLost()
    {
        await using var city = await LossyAsync();
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));
        await city.ReleaseAsync();

        var publication = await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);

        Assert.Equal((PublicationState.Live, null), (publication.State, publication.Message));
    }

    private Task<City> LossyAsync() => City.OpenAsync(azurite, network: new FaultyNetwork { LosesFirstAnswers = true });
}
