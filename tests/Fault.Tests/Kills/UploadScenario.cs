using System.Net;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

internal enum UploadKind
{
    First,
    Replacing,
    Rejected,
}

/// <summary>
/// A workbook is uploaded. In every second round the clerk sends it again after the restart, as a person does who got no answer.
/// </summary>
internal sealed class UploadScenario(MortalCity city, UploadKind kind) : Scenario(city)
{
    private static readonly string[] Bureaus =
    [
        "zaisei", "kankyo", "byoin", "soumukikaku", "shiminbunka", "keizairodo", "kodomomirai", "machizukuri", "kensetsuryokusei", "kowan",
        "rinkaibu", "jogesuido", "kotsu", "shobo", "kyoiku",
    ];

    private string department = Bureaus[0];
    private byte[] workbook = [];
    private string? counted;
    private int round;

    public override async Task PrepareAsync()
    {
        if (kind != UploadKind.First)
            await SubmitAsync(department, SmallWorkbook.Of(department, (1, "一"), (2, "二")), HttpStatusCode.Created);
    }

    public override async Task BeginAsync(int round)
    {
        this.round = round;
        department = kind == UploadKind.First ? Bureaus[round - 1] : department;
        workbook = kind == UploadKind.Rejected
            ? SmallWorkbook.Of("kankyo", (1, $"ほかの局の取組{round}"))
            : SmallWorkbook.Of(department, (1, "一"), (2, $"取組{round}"), (3, "三"));
        counted = (await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default))?.Submission;
    }

    public override Task ActAsync() => SubmitAsync(
        department, workbook, kind == UploadKind.Rejected ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created);

    // The submission in effect must be either the earlier one or the new one with all its records.
    public override async Task<IEnumerable<string>> AfterDeathAsync()
    {
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default);
        if (pointer?.Submission == counted)
            return [];
        if (kind == UploadKind.Rejected || pointer!.Sha256 != Hash)
            return [$"{pointer?.Submission} counts instead of {counted}"];
        var records = await City.View.Get<Storage.Records.RecordStore>().ReadAsync(pointer.Submission, default);
        return records.Initiatives.Count == 3 ? [] : [$"{pointer.Submission} counts with {records.Initiatives.Count} of its 3 records"];
    }

    public override async Task<IEnumerable<string>> AfterRestartAsync()
    {
        var isSentAgain = round % 2 == 0;
        if (isSentAgain)
            await SubmitAsync(department, workbook, kind == UploadKind.Rejected ? [HttpStatusCode.UnprocessableEntity]
                : [HttpStatusCode.OK, HttpStatusCode.Created]);
        await FireAsync("Sweep");
        await FireAsync("Sweep");
        return [.. await Promise.BreachesAsync(), .. await OutcomeAsync(isSentAgain)];
    }

    private string Hash => PackedContent.HashOf(workbook);

    private async Task<IEnumerable<string>> OutcomeAsync(bool isSentAgain)
    {
        var own = (await Promise.SubmissionsAsync()).Where(s => s.Sha256 == Hash).ToList();
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default);
        if (isSentAgain && own.Count == 0)
            return ["what was sent again is lost"];
        if (kind == UploadKind.Rejected)
            return own.Any(s => s.State != SubmissionState.Rejected) || pointer?.Submission != counted
                ? ["a rejected workbook changed something"]
                : [];
        if (own.Count == 0)
            return pointer?.Submission != counted ? ["what was never received counts"] : [];
        return own.Count(s => s.State == SubmissionState.Accepted) != 1 || pointer?.Sha256 != Hash
            ? [$"{own.Count} submissions, {string.Join(' ', own.Select(s => s.State))}, {pointer?.Submission} counts"]
            : [];
    }
}
