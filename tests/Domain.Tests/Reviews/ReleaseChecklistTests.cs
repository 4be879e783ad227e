namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class ReleaseChecklistTests
{
    private static readonly Register Register =
        Some.Register with { Departments = [.. Some.Register.Departments.Where(d => d.Code is "zaisei" or "kankyo")] };

    private static readonly ReportStanding Kankyo =
        new("kankyo", new("2018-kankyo-20180801T120000000-cccccc", "環境 一子", Standing.Noon), new Review("kankyo")
        {
            Verdict = new("1", VerdictKind.Approved, "2018-kankyo-20180801T120000000-cccccc", "推進 花子", Standing.Noon),
        });

    [Fact]
    public void TheChecklistIsEmptyIfEveryReportIsApprovedAndNothingIsMissing() =>
        Assert.Empty(ReleaseChecklist.Of(Facts(Standing.Approved())));

    public static TheoryData<string, ChecklistSeverity> Cases => new()
    {
        { "year-not-open", ChecklistSeverity.Blocks },
        { "gate-error", ChecklistSeverity.Blocks },
        { "no-licence", ChecklistSeverity.Blocks },
        { "no-contact", ChecklistSeverity.Blocks },
        { "no-reports", ChecklistSeverity.Blocks },
        { "not-submitted", ChecklistSeverity.Warns },
        { "not-approved", ChecklistSeverity.Warns },
        { "open-comments", ChecklistSeverity.Warns },
        { "unconfirmed", ChecklistSeverity.Warns },
        { "without-reason", ChecklistSeverity.Warns },
        { "no-general-contact", ChecklistSeverity.Warns },
        { "without-contact", ChecklistSeverity.Warns },
        { "one-sided", ChecklistSeverity.Warns },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void EachChecklistItemHasItsSeverityAndARemedy(string code, ChecklistSeverity severity)
    {
        var items = ReleaseChecklist.Of(FactsOf(code));

        var item = Assert.Single(items, i => i.Code == code);
        Assert.Equal(severity, item.Severity);
        Assert.NotEqual(severity == ChecklistSeverity.Blocks, items.MayBeReleased());
        Assert.EndsWith("。", item.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", item.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void AYearIsReleasedEvenIfTheOnlyReportSaysThatThereIsNothing() =>
        Assert.True(ReleaseChecklist.Of(
            Facts(Standing.Nothing) with { Board = Board.Of(Some.Year, Register, null, [Standing.Nothing]) }).MayBeReleased());

    [Fact]
    public void AReportThatWasSentBackIsListedAsNotApprovedWithOpenComments() =>
        Assert.Equal(["not-approved", "open-comments"], ReleaseChecklist.Of(Facts(Standing.SentBack())).Select(i => i.Code));

    [Fact]
    public void OnlyPartnersThatReportedAndNameNobodyBackAreOneSided()
    {
        var report = Report.Compose(Some.Year, Some.Register,
        [
            Some.Submission("zaisei", Some.Collaboration("a", "甲", "環境局、病院局、全局"), Some.Collaboration("b", "乙", "環境局、消防局")),
            Some.Submission("kankyo", Some.Initiative()),
            Some.Submission("shobo", Some.Collaboration("c", "丙", "財政局")),
        ]);

        Assert.Equal([new OneSidedPartner("zaisei", "kankyo", ["甲", "乙"])], OneSidedPartner.Of(report));
    }

    private static ReleaseFacts FactsOf(string code) => code switch
    {
        "year-not-open" => Facts(Standing.Approved()) with { Board = null },
        "gate-error" => Facts(Standing.Approved()) with { GateError = "A page is missing." },
        "no-licence" => Facts(Standing.Approved()) with { HasLicence = false },
        "no-contact" => Facts(Standing.Approved()) with { HasContact = false },
        "no-reports" => Facts(Standing.NotSubmitted) with { Board = Board.Of(Some.Year, Register, null, [Standing.NotSubmitted]) },
        "not-submitted" => Facts(Standing.NotSubmitted),
        "not-approved" => Facts(Standing.Nothing),
        "open-comments" => Facts(Standing.SentBack()),
        "unconfirmed" => Facts(Standing.Approved() with { Counting = Standing.Submitted.Counting! with { Findings = new(0, 2, 0, 0) } }),
        "without-reason" => Facts(Standing.Approved()) with { WithoutReason = ["zaisei"] },
        "no-general-contact" => Facts(Standing.Approved()) with { HasGeneralContact = false },
        "without-contact" => Facts(Standing.Approved()) with { WithoutContact = ["kankyo"] },
        _ => Facts(Standing.Approved()) with { OneSided = [new("zaisei", "kankyo", ["甲"])] },
    };

    private static ReleaseFacts Facts(ReportStanding zaisei) =>
        new(Some.Year, Board.Of(Some.Year, Register, null, [zaisei, Kankyo]))
        {
            HasLicence = true,
            HasContact = true,
            HasGeneralContact = true
        };
}
