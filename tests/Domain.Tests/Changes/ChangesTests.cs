namespace KawasakiServerless.Domain.Tests;

public sealed class ChangesTests
{
    private static readonly Initiative Initiative = Some.Initiative("kenkofukushi-0001", "普及啓発");

    private static readonly Indicator Indicator = Some.Indicator(
        "kenkofukushi-0001-1", "kenkofukushi-0001", "開催数", Some.Figure(2016, 3), Some.Figure(2017, 5));

    /// <summary>
    /// Each case gives a name, a record before and after a department corrected it, and the expected description of the change.
    /// </summary>
    public static TheoryData<string, Record, Record, string> Mended => new()
    {
        { "a figure", Indicator, Indicator with { Figures = [Some.Figure(2016, 3), Some.Figure(2017, 50)] }, "Figure 2017: 5回 → 50回" },
        { "a figure that was due", Indicator with { Figures = [Figure.NotReported(FiscalYear.Of(2017))] },
            Indicator with { Figures = [Some.Figure(2017, 0)] }, "Figure 2017: NotReported → 0回" },
        { "a figure that does not apply", Indicator, Indicator with { Figures =
            [Figure.NotApplicable(FiscalYear.Of(2016)), Some.Figure(2017, 5)] }, "Figure 2016: 3回 → NotApplicable" },
        { "a figure in words", Indicator,
            Indicator with { Figures = [Some.Figure(2016, 3), Figure.InWords(FiscalYear.Of(2017), "実施")] }, "Figure 2017: 5回 → 実施" },
        { "a year more", Indicator, Indicator with { Figures = [.. Indicator.Figures, Some.Figure(2018, 7)] }, "Figure 2018: Absent → 7回" },
        { "a year less", Indicator, Indicator with { Figures = [Some.Figure(2017, 5)] }, "Figure 2016: 3回 → Absent" },
        { "the unit alone", Indicator, Indicator with { Unit = "人" }, "Unit: 回 → 人" },
        { "no unit", Indicator, Indicator with { Unit = null }, "Unit: 回 → Absent" },
        { "what is counted how", Indicator, Indicator with { IsCumulative = true }, "IsCumulative: 年度ごと → 累計" },
        { "notes", Indicator, Indicator with { Notes = [] }, "Notes: 累計ではない → Absent" },
        { "the name and the group", Indicator, Indicator with { Name = "回数", Group = null }, "Name: 開催数 → 回数; Group: 川崎病院 → Absent" },
        { "an initiative's text", Initiative, Initiative with { Text = "普及" }, "Text: 普及啓発 → 普及" },
        { "its divisions", Initiative, Initiative with { Divisions = ["病院局", "消防局"] }, "Divisions: 健康福祉局地域包括ケア推進室 → 病院局、消防局" },
        { "its place", Initiative, Initiative with { Viewpoint = 2, PolicyArea = "housing" }, "Viewpoint: 意識の醸成と参加・活動の促進 → 住まいと住まい方; "
            + "PolicyArea: 高齢者施策 → 住宅施策" },
        { "a direction", Some.Direction(), Some.Direction(text: "啓発"), "Text: 啓発が必要 → 啓発" },
        { "partners", Some.Collaboration(), Some.Collaboration(partners: "病院局"), "Partners: 健康福祉局、区役所等 → 病院局" },
        { "a collaboration's texts", Some.Collaboration(),
            Some.Collaboration() with { Outline = "甲", Direction = "乙" }, "Outline: しくみを構築する。 → 甲; Direction: 方向性を検討する。 → 乙" },
        { "a ward", Some.WardActivity(), Some.WardActivity(ward: null), "Ward: 川崎区 → 全区共通" },
        { "a ward's year", Some.WardActivity(), Some.WardActivity(year: FiscalYear.Of(2017)), "Year: Absent → 平成29（2017）年度" },
        { "a statistic", Some.Statistic(), Some.Statistic() with { Total = 80253, Shares = [new("成人", 22.4m, "18～39歳")] }, "Total: 80252 "
            + "→ 80253; Shares: 成人 22.3%（18～39歳） → 成人 22.4%（18～39歳）" },
        { "a passage", Some.Passage(), Some.Passage() with { Path = ["はじめに"], Kind = PassageKind.Note }, "Path: はじめに › 背景 → はじめに; Style: "
            + "段落 → 注記" },
        { "a plain summary", Some.PlainSummary(), Some.PlainSummary(text: "市がすることです。",
            page: SectionPage.OfWard("kawasaki")), "Text: 市がしていることです。 → 市がすることです。; Page: トップページ → 川崎区" },
    };

    [Theory]
    [MemberData(nameof(Mended))]
    public void AChangedRecordIsReportedFieldByField(string what, Record before, Record after, string expected)
    {
        var change = Assert.Single(Between(Whole(before), Whole(after)).Records);

        Assert.True(change is { Change: ChangeKind.Changed } && change.Id == after.Id, what);
        Assert.Equal(expected, Told(change));
    }

    [Fact]
    public void ACellThatMovedIsNoChange()
    {
        var moved = Indicator with
        {
            Source =
            Indicator.Source with { Cell = "Z99", Submission = "another", UploadedAt = Some.Time.AddDays(1) }
        };

        Assert.True(Between([Initiative, Indicator], [Initiative, moved]).IsEmpty);
    }

    [Fact]
    public void AnotherOrderIsNoChange() =>
        Assert.True(Between([Initiative, Some.Direction("kenkofukushi-0002")], [Some.Direction("kenkofukushi-0002"), Initiative]).IsEmpty);

    [Fact]
    public void ARenamedPolicyAreaIsNoChange()
    {
        var renamed = Some.Register with { PolicyAreas = [.. Some.Register.PolicyAreas.Select(a => a with { Name = $"新{a.Name}" })] };

        Assert.True(Domain.Changes.Between(ReportOf(Initiative), ReportOf(Initiative) with { Register = renamed }).IsEmpty);
    }

    [Fact]
    public void AnAddedRecordIsReportedWithAllItsFields()
    {
        var change = Assert.Single(Between([Initiative], [Initiative, Indicator]).Records);

        Assert.Equal((ChangeKind.Added, RecordKind.Indicator, "普及啓発：川崎病院 開催数"), (change.Change, change.Kind, change.Title));
        Assert.Equal(
            "Name: Absent → 開催数; Group: Absent → 川崎病院; Figure 2016: Absent → 3回; Figure 2017: Absent → 5回; Unit: Absent → 回; "
            + "IsCumulative: Absent → 年度ごと; Notes: Absent → 累計ではない; Initiative: Absent → 普及啓発",
            Told(change));
    }

    [Fact]
    public void ARemovedRecordIsReportedWithItsTitleAndItsFormerPlace()
    {
        var change = Assert.Single(Between([Initiative, Indicator], [Initiative]).Records);

        Assert.Equal((ChangeKind.Removed, "普及啓発：川崎病院 開催数"), (change.Change, change.Title));
        Assert.Equal(new("kenkofukushi", 1, "elderly", "kenkofukushi-0001", []), change.Place);
    }

    [Fact]
    public void AMovedRecordIsReportedWithItsNewAndItsOldPlace()
    {
        var change = Assert.Single(Between([Initiative], [Initiative with { Viewpoint = 2 }]).Records);

        Assert.Equal([2, 1], change.Places.Select(p => p.Viewpoint));
    }

    [Theory]
    [InlineData("川崎区役所、幸区役所等", "kawasaki saiwai")]
    [InlineData("区役所", "")]
    public void AChangedCollaborationBelongsToTheWardsThatItNames(string partners, string wards) =>
        Assert.Equal(wards, string.Join(' ', Between([], [Some.Collaboration(partners: partners)]).Records[0].Place.Wards));

    [Fact]
    public void AWardActivityCommonToAllWardsBelongsToEachWard() =>
        Assert.Equal(Some.Register.Wards.Select(w => w.Code), Between([], [Some.WardActivity(ward: null)]).Records[0].Place.Wards);

    [Fact]
    public void APlainSummaryBelongsToThePolicyAreaOrWardOfItsPage()
    {
        var changes = Between([], [Some.PlainSummary("a", page: SectionPage.Of(2, "housing")),
            Some.PlainSummary("b", page: SectionPage.OfWard("takatsu")), Some.PlainSummary("c")]);

        Assert.Equal([(2, "housing"), (null, null), (null, null)], changes.Records.Select(r => (r.Place.Viewpoint, r.Place.PolicyArea)));
        Assert.Equal(["", "takatsu", ""], changes.Records.Select(r => string.Join(' ', r.Place.Wards)));
    }

    [Fact]
    public void AYearThatWasNotPublicBeforeIsReportedByItsCounts()
    {
        var first = Domain.Changes.Between(null, ReportOf(Initiative, Indicator));

        Assert.True(first is { IsFirst: true, IsEmpty: false });
        Assert.Equal((1, 1), (first.Counts[RecordKind.Initiative], first.Counts[RecordKind.Indicator]));
        Assert.Equal(["kenkofukushi"], first.Departments);
        Assert.Empty(first.Records);
    }

    [Fact]
    public void ChangesAreOrderedByOfficialDepartmentOrderAndRecordNumber()
    {
        var indicators = new[] { "0001-10", "0001-9", "0002-1" }.Select(
            n => Indicator with { Id = $"kenkofukushi-{n}", Initiative = $"kenkofukushi-{n[..4]}" });
        var zaisei = Some.Direction("zaisei-0001") with { Source = Some.Source("zaisei") };

        var changes = Between([Initiative, Initiative with { Id = "kenkofukushi-0002" }],
            [Initiative, Initiative with { Id = "kenkofukushi-0002" }, .. indicators, zaisei]);

        Assert.Equal(["zaisei", "kenkofukushi"], changes.Departments);
        Assert.Equal(
            ["zaisei-0001", "kenkofukushi-0001-9", "kenkofukushi-0001-10", "kenkofukushi-0002-1"], changes.Records.Select(r => r.Id));
    }

    [Fact]
    public void TwoRecordsWithTheSameIdGiveNoChangesAndNoError() =>
        Assert.True(Between([Some.Direction("a"), Some.Direction("a", "別")], [Some.Direction("a"), Some.Direction("a", "別")]).IsEmpty);

    // Adds the initiative of an indicator, because no report has an indicator without its initiative.
    private static Record[] Whole(Record record) => record is Indicator ? [Initiative, record] : [record];

    private static Domain.Changes Between(IEnumerable<Record> before, IEnumerable<Record> after) =>
        Domain.Changes.Between(ReportOf([.. before]), ReportOf([.. after]));

    private static Report ReportOf(params Record[] records) => Report.Compose(
        Some.Year, Some.Register,
        records.GroupBy(r => r.Source.Department)
            .Select(g => new DepartmentSubmission(g.Key, g.Key, Some.Time, DepartmentRecords.Of([.. g]))));

    private static string Told(RecordChange change) => string.Join("; ", change.Fields.Select(f =>
        $"{f.Field}{(f.Year is null ? "" : $" {f.Year.Year}")}: {Told(f.Before)} → {Told(f.After)}"));

    private static string Told(FieldValue value) => value.State switch
    {
        FieldState.Number => FormattableString.Invariant($"{value.Number}{value.Unit}"),
        FieldState.Words => value.Text!,
        var state => state.ToString(),
    };
}
