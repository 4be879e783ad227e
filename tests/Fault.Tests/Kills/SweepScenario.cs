using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>
/// The sweep resumes what others left unfinished: a submission that can be accepted, one that is to be rejected, one whose year is not
/// open, a workbook without a row in the table of submissions, and a publication.
/// </summary>
internal sealed class SweepScenario(MortalCity city) : PublishScenario(city)
{
    private int left;

    // Publishes with the nightly run, which the first sweep would otherwise make up for, and the later ones not.
    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await FireAsync("NightlyPublish");
    }

    public override async Task BeginAsync(int round)
    {
        await base.BeginAsync(round);
        var ago = DateTimeOffset.UtcNow.AddDays(-7);
        await LeaveAsync("kankyo", SmallWorkbook.Of("kankyo", (1, $"受信{++left}")), ago);
        await LeaveAsync("kowan", SmallWorkbook.Of("zaisei", (1, $"誤り{left}")), ago);
        await LeaveAsync("byoin", SmallWorkbook.Of("byoin", (1, $"開かれていない年度{left}")), ago, year: 2030);
        await City.View.Get<SubmissionStore>()
            .SaveOriginalAsync(SubmissionId.New(FiscalYear.Of(2018), "kotsu", ago), SmallWorkbook.Of("kotsu", (1, "孤児")), default);
        await City.View.Get<PublicationStore>()
            .AddAsync(new(PublicationStore.NewId(ago.AddSeconds(left)), PublicationState.Requested, Triggers.Request, "a test", ago, null),
                default);
    }

    public override Task ActAsync() => FireAsync("Sweep");

    private async Task<Submission> LeaveAsync(string department, byte[] workbook, DateTimeOffset at, int year = 2018)
    {
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(year), department, default);
        var id = SubmissionId.New(FiscalYear.Of(year), department, at);
        await City.View.Get<SubmissionStore>().SaveOriginalAsync(id, workbook, default);
        return await City.View.Get<SubmissionStore>().AddAsync(
            new(id, SubmissionState.Received, null, PackedContent.HashOf(workbook), workbook.Length, at, "a clerk", pointer?.Submission,
                pointer?.Version),
            default);
    }
}
