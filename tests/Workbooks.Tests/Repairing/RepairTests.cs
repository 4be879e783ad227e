using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>
/// A cell of a sample is broken. The proposed correction must be the original content; if that is not certain, nothing is proposed.
/// </summary>
public sealed class RepairTests
{
    private const string Front = "はじめに", Initiatives = "視点別取組", Directions = "課題と方向性", Collaborations = "連携取組", Ward = "区の取組",
        Statistics = "活動統計";

    private static readonly Dictionary<string, DepartmentRecords> Accepted =
        new[] { "byoin", "takatsu", "kenkofukushi" }.ToDictionary(d => d, d => Some.Read(Some.Sample(d), d).Records);

    /// <summary>
    /// Each case gives the department, the sheet, the cell, what is typed into it, and the code of the finding. The correction is certain.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Certain => new()
    {
        { "takatsu", Front, "B3", "高津区役役所", "unknown-department" },
        { "takatsu", Front, "B3", "高津役所", "unknown-department" },
        { "byoin", Front, "B4", "30年度", "not-a-year" },
        { "byoin", Initiatives, "C1", "施策名", "column-missing" },
        { "byoin", Directions, "E1", "課題と今後の方向", "column-missing" },
        { "byoin", Initiatives, "H1", "単位名", "column-not-read" },
        { "byoin", Initiatives, "B2", "", "required" },
        { "takatsu", Ward, "B3", "", "required" },
        { "byoin", Initiatives, "C12", "医施策", "not-in-list" },
        { "byoin", Initiatives, "K11", "7回", "not-a-number" },
        { "kenkofukushi", Statistics, "E2", "80,252件", "not-a-number" },
        { "byoin", Initiatives, "A12", "byoin0005", "number-malformed" },
        { "byoin", Initiatives, "A12", "byoin-0999", "number-unknown" },
        { "byoin", Directions, "A3", "byoin-0006", "number-twice" },
        { "byoin", Initiatives, "H11", "", "unit-missing" },
        { "byoin", Initiatives, "H11", "（回）", "unit-unclear" },
        { "byoin", Collaborations, "B2", "健康福祉祉局", "partner-unknown" },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public void ACertainCorrectionIsProposedAndRestoresTheRecords(string department, string sheet, string cell, string typed, string code)
    {
        var sample = Some.Sample(department);
        var broken = Broken(sample, sheet, cell, typed);

        var proposals = Repairs.Propose(broken, RequestFor(department), CancellationToken.None);
        var mended = Mended.Of(broken, [.. proposals.Select(p => p.ToEdit())]).Bytes;

        Assert.Contains((code, sheet, cell), proposals.Select(p => (p.Code, p.Sheet, p.Cell)));
        Assert.Equal(Read(sample, department).Records, Read(mended, department).Records);
    }

    /// <summary>
    /// Each case gives the department, the sheet, the cell, and what is typed into it. The typed text is wrong, but what was meant is not
    /// certain.
    /// </summary>
    public static TheoryData<string, string, string, string> Uncertain => new()
    {
        { "byoin", Front, "B3", "病院" },
        { "byoin", Front, "B3", "病院曲" },
        { "byoin", Front, "B3", "財政局" },
        { "takatsu", Front, "B3", "高津市役所" },
        { "byoin", Front, "B4", "平成29年度" },
        { "byoin", Front, "B4", "99" },
        { "byoin", Initiatives, "B12", "視点9" },
        { "byoin", Initiatives, "C12", "福祉施策" },
        { "byoin", Initiatives, "C12", "医療施作" },
        { "byoin", Initiatives, "C12", "介護施策" },
        { "byoin", Initiatives, "I11", "いいえ" },
        { "byoin", Initiatives, "K11", "約7" },
        { "byoin", Initiatives, "K11", "7人" },
        { "byoin", Initiatives, "K11", "7～10" },
        { "byoin", Initiatives, "K11", "2018/6/11" },
        { "byoin", Initiatives, "K11", "7000" },
        { "byoin", Initiatives, "E2", "（仮称）講座「の開催" },
        { "byoin", Directions, "E2", "=A1" },
        { "byoin", Directions, "E2", "-5%の減少" },
        { "byoin", Directions, "D2", "宇宙局総務課" },
        { "byoin", Collaborations, "B2", "川崎市役所" },
        { "byoin", Collaborations, "B2", "中原市役所" },
        { "takatsu", Ward, "B2", "東区" },
        { "takatsu", Ward, "C7", "41" },
        { "takatsu", Ward, "D7", "意識" },
    };

    [Theory]
    [MemberData(nameof(Uncertain))]
    public void NoCorrectionIsProposedWhenTheMeaningIsNotCertain(string department, string sheet, string cell, string typed)
    {
        var broken = Broken(Some.Sample(department), sheet, cell, typed);

        Assert.DoesNotContain(
            Repairs.Propose(broken, RequestFor(department), CancellationToken.None), p => p.Sheet == sheet && p.Cell == cell);
    }

    [Fact]
    public void ADivisionWithoutItsDepartmentIsProposedInFull()
    {
        var bureau = Some.Department("kenkofukushi").Name;
        var direction = Accepted["kenkofukushi"].Directions.First(
            d => d.Divisions is [var only] && only.StartsWith(bureau, StringComparison.Ordinal) && only.Length > bureau.Length + 2);
        var (division, cell) = (direction.Divisions[0], $"D{direction.Source.Cell.Split(':')[0][1..]}");
        var broken = Broken(Some.Sample("kenkofukushi"), Directions, cell, division[bureau.Length..]);

        var proposal = Assert.Single(
            Repairs.Propose(broken, RequestFor("kenkofukushi"), CancellationToken.None), p => p.Code == "division-unknown");

        Assert.Equal((cell, division), (proposal.Cell, proposal.New.Text));
    }

    [Fact]
    public void ABracketIsPutBackWhereTheLastReportHadIt()
    {
        var text = Accepted["byoin"].Initiatives.First(
            i => i.Text.Contains('（', StringComparison.Ordinal) || i.Text.Contains('「', StringComparison.Ordinal));
        var cell = $"E{text.Source.Cell.Split(':')[0][1..]}";
        var bracket = text.Text.IndexOfAny(['（', '「']);

        var proposals = Repairs.Propose(
            Broken(Some.Sample("byoin"), Initiatives, cell, text.Text.Remove(bracket, 1)), RequestFor("byoin"), CancellationToken.None);

        Assert.Contains(("unpaired", cell, text.Text), proposals.Select(p => (p.Code, p.Cell, p.New.Text)));
    }

    [Fact]
    public void ForATextWithAPrivateUseCharacterTheTextOfTheLastReportIsProposed()
    {
        var text = Accepted["byoin"].Directions[0];

        var proposals = Repairs.Propose(
            Broken(Some.Sample("byoin"), Directions, "E2", $"\uE000{text.Text}"), RequestFor("byoin"), CancellationToken.None);

        Assert.Contains(("private-characters", "E2", text.Text), proposals.Select(p => (p.Code, p.Cell, p.New.Text)));
    }

    [Fact]
    public void AUnitThatIsOnlySpeltOtherwiseIsSpeltAsInTheLastReport()
    {
        var indicator = Accepted["byoin"].Indicators.First(i => i.Unit is not null);
        var renamed = Accepted["byoin"] with
        {
            Indicators =
            [.. Accepted["byoin"].Indicators.Select(i => i == indicator ? i with { Unit = "か所" } : i)]
        };
        var cell = $"H{indicator.Source.Cell.Split(':')[0][1..]}";
        var broken = Broken(Some.Sample("byoin"), Initiatives, cell, "ヶ所");

        var proposals = Repairs.Propose(broken, RequestFor("byoin") with { Known = renamed }, CancellationToken.None);

        Assert.Contains((cell, "か所"), proposals.Select(p => (p.Cell, p.New.Text)));
    }

    [Theory]
    [InlineData("empty-file.xlsx")]
    [InlineData("zip-bomb-shared-strings.xlsx")]
    [InlineData("encrypted-zip-entry.xlsx")]
    public void NoCorrectionIsProposedForAnUnreadableWorkbook(string file) =>
        Assert.Empty(Repairs.Propose(Some.Fixture(Path.Combine("nasty", file)), RequestFor("byoin"), CancellationToken.None));

    [Fact]
    public void NoCorrectionIsProposedForAnXlsFile() =>
        Assert.Empty(
            Repairs.Propose(Some.Fixture("libreoffice-takatsu.xls"), new(Some.Register, Some.Year, "takatsu"), CancellationToken.None));

    [Theory]
    [InlineData("byoin")]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void NoProposalChangesAValueWithoutAFinding(string department)
    {
        var request = new WorkbookRequest(Some.Register, Some.Year, department) { Known = Accepted[department] };
        var problems = WorkbookReader.Read(Some.Sample(department), request).Problems;

        Assert.All(Repairs.Propose(Some.Sample(department), request, CancellationToken.None), p => Assert.Contains(
            problems, f => f == p.Problem && f.Sheet == p.Sheet && CellNames.Of(f).Any(c => c.ToString() == p.Cell)));
    }

    private static byte[] Broken(byte[] sample, string sheet, string cell, string typed) =>
        Mended.Of(sample, new CellEdit(sheet, cell, CellValue.Of(typed))).Bytes;

    private static WorkbookRequest RequestFor(string department) =>
        new(Some.Register, Some.Year, department) { Known = Accepted[department] };

    private static WorkbookReading Read(byte[] workbook, string department) =>
        WorkbookReader.Read(workbook, new(Some.Register, Some.Year, department));
}
