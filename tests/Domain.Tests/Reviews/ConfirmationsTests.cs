namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class ConfirmationsTests
{
    private const string Sheet = "視点別取組";

    [Fact]
    public void AConfirmedValueIsNotAskedAgainWhenItsRowMoves()
    {
        var (before, after) = (Jump("K5", "500"), Jump("K9", "500"));

        Assert.Empty(Confirmations.Unconfirmed([after], Read("K9"), Confirm(before, Read("K5"))));
    }

    [Fact]
    public void AChangedValueIsAskedAgain()
    {
        var asked = Confirmations.Unconfirmed([Jump("K5", "650")], Read("K5"), Confirm(Jump("K5", "500"), Read("K5")));

        Assert.Equal("zaisei-0001-1", Assert.Single(asked).Records);
    }

    [Fact]
    public void AConfirmedJumpIsAskedAgainWhenTheYearBeforeHasAnotherValue() => Assert.Single(Confirmations.Unconfirmed(
        [Jump("K5", "500", before: 20)], Read("K5"), Confirm(Jump("K5", "500"), Read("K5"))));

    [Fact]
    public void TheSameValueOfAnotherRecordIsAsked() => Assert.Single(Confirmations.Unconfirmed(
        [Jump("K6", "500")], Read("K6", "zaisei-0002-1"), Confirm(Jump("K5", "500"), Read("K5"))));

    [Fact]
    public void AnotherKindOfFindingOfTheSameValueIsAsked() => Assert.Single(Confirmations.Unconfirmed(
        [Jump("K5", "500") with { Code = "shown-differs" }], Read("K5"), Confirm(Jump("K5", "500"), Read("K5"))));

    [Fact]
    public void AConfirmedCellOutsideRecordsIsRecognizedByItsSheetAndValue()
    {
        var confirmed = Confirm(Jump("K50", "500"), Read("K5"));

        Assert.Empty(Confirmations.Unconfirmed([Jump("K60", "500")], Read("K5"), confirmed));
        Assert.Single(Confirmations.Unconfirmed([Jump("K60", "500") with { Sheet = "統計" }], Read("K5"), confirmed));
    }

    [Fact]
    public void OnlyWarningsThatAskForConfirmationAreAskedAndNameTheirRecords()
    {
        Problem[] problems = [Jump("K5", "500") with { AsksForConfirmation = false }];

        Assert.Empty(Confirmations.Unconfirmed(problems, Read("K5"), []));
        Assert.Null(problems.NameRecords(Read("K5"))[0].Records);
    }

    [Fact]
    public void AProblemOfSeveralCellsNamesTheRecordsOfAllOfThem()
    {
        var named = Confirmations.NameRecords([Jump("K5, K6–K7", "500")],
            Some.Records([.. Read("K5").All, .. Read("K6", "zaisei-0001-2").All, .. Read("K7", "zaisei-0001-3").All]));

        Assert.Equal("zaisei-0001-1 zaisei-0001-2 zaisei-0001-3", named[0].Records);
    }

    [Fact]
    public void AProblemNamesTheRecordWithTheSmallestAreaAroundItsCell()
    {
        var initiative = Some.Initiative("zaisei-0001") with { Source = Some.Source(cell: "B5:M6") };
        var indicator = Some.Indicator("zaisei-0001-1", "zaisei-0001") with { Source = Some.Source(cell: "F5:M5") };

        Assert.Equal("zaisei-0001-1", Confirmations.NameRecords([Jump("J5", "人")], Some.Records(initiative, indicator))[0].Records);
        Assert.Equal("zaisei-0001", Confirmations.NameRecords([Jump("J6", "人")], Some.Records(initiative, indicator))[0].Records);
    }

    [Fact]
    public void TheNumberOfFurtherCellsDistinguishesProblemsOfManyCells()
    {
        var initiative = Some.Initiative("zaisei-0001") with { Source = Some.Source(cell: "B5:B5000") };

        var named = Confirmations.NameRecords([Jump("B5–B1004", "人"), Jump("B5–B904", "人")], Some.Records(initiative));

        Assert.Equal(["zaisei-0001 +800", "zaisei-0001 +700"], named.Select(p => p.Records));
    }

    [Fact]
    public void FindingsAreCountedByClassAndConfirmedOnesAsOtherWarnings()
    {
        Problem[] problems =
        [
            .. Confirmations.NameRecords([Jump("K5", "500"), Jump("K6", "600")], Read("K5")),
            new("unit-missing", Severity.Warning, Sheet, "J5", null, "", ""), new("ditto", Severity.Info, Sheet, "J5", null, "", ""),
        ];

        Assert.Equal(new FindingTally(0, 2, 1, 1), problems.Tally([]));
        Assert.Equal(2, problems.Tally([]).Settled);
        Assert.Equal(new FindingTally(0, 1, 2, 1), problems.Tally(Confirm(problems[0], Read("K5"))));
    }

    [Theory]
    [InlineData("B5", 1)]
    [InlineData("B5:M6", 24)]
    [InlineData("AA10–AA12", 3)]
    [InlineData("XFD1048576", 1)]
    [InlineData("", 0)]
    [InlineData("5", 0)]
    [InlineData("B", 0)]
    [InlineData("B0", 0)]
    [InlineData("B5:", 0)]
    [InlineData("M6:B5", 0)]
    [InlineData("ABCD1", 0)]
    [InlineData("B99999999999", 0)]
    public void ACellAreaIsReadInTheFormatOfSourcesAndProblems(string text, long size)
    {
        Assert.Equal(size > 0, CellArea.TryParse(text, out var area));
        Assert.Equal(size, area.Size);
    }

    private static Problem Jump(string cell, string found, int before = 10) => new(
        "sudden-change", Severity.Warning, Sheet, cell, found, $"平成28（2016）年度の{before}人から{found}人に増え、3倍以上になっています（{cell}）。", "確かめてください。")
    { AsksForConfirmation = true };

    private static DepartmentRecords Read(string cell, string id = "zaisei-0001-1") => Some.Records(
        Some.Indicator(id, "zaisei-0001", "受講者数",
            Some.Figure(2017, 500)) with
        { Source = Some.Source(cell: "F1:M1") with { Values = [ValueCell.Parse("2017", cell)!.Value] } });

    private static List<Confirmation> Confirm(Problem problem, DepartmentRecords read) =>
        [.. Confirmations.NameRecords([problem], read)
            .Select(p => new Confirmation(ConfirmationKey.Of(p), p.Code, p.Records, "財政 太郎", Standing.Noon))];
}
