namespace KawasakiServerless.Domain.Tests;

public sealed class IdentitiesOfIndicatorsTests
{
    private const string Known = "kenkofukushi-0001";

    [Fact]
    public void AnIndicatorOfANewInitiativeGetsAnIdBasedOnTheInitiativesId()
    {
        var read = Some.Records(
            Some.Initiative("row 5"), Some.Indicator("row 5 (1)", "row 5", "回数"), Some.Indicator("row 5 (2)", "row 5", "人数"));

        var indicators = Assign(read, DepartmentRecords.Empty).Indicators;

        Assert.All(indicators, i => Assert.Equal(Known, i.Initiative));
        Assert.Equal([$"{Known}-1", $"{Known}-2"], indicators.Select(i => i.Id));
    }

    [Fact]
    public void ARowOfAnotherSheetWithTheSameDraftIdDoesNotTakeItsIndicators()
    {
        var read = Some.Records(Some.Initiative("B5"), Some.Indicator("B5", "B5"), Some.Direction("B5"), Some.Passage("B5"));

        var indicator = Assign(read, DepartmentRecords.Empty).Indicators.Single();

        Assert.Equal((Known, $"{Known}-1"), (indicator.Initiative, indicator.Id));
    }

    [Fact]
    public void IndicatorsAreRecognizedByNameGroupAndUnitWhateverTheirOrder()
    {
        Indicator[] rows = [Row("人数", null, "人"), Row("回数", "井田病院", "回"), Row("回数", "川崎病院", "回"), Row("回数", "川崎病院", "件")];
        var current = Current(rows);

        var again = Assign(Some.Records([Some.Initiative(Known), .. rows.Reverse()]), current).Indicators;

        Assert.Equal(current.Indicators.Reverse(), again);
    }

    [Fact]
    public void DraftIdsThatLookLikeIndicatorIdsAreIgnored()
    {
        Indicator[] rows = [Row("人数", null, "人"), Row("回数", null, "回")];
        var current = Current(rows);
        var sorted = rows.Reverse().Select((r, i) => r with { Id = RecordId.OfIndicator(Known, i + 1) });

        var again = Assign(Some.Records([Some.Initiative(Known), .. sorted]), current).Indicators;

        Assert.Equal(current.Indicators.Reverse(), again);
    }

    [Fact]
    public void EqualIndicatorsAreRecognizedByTheirOrder()
    {
        var current = Current(Row("回数", null, "回"), Row("回数", null, "回"));

        var again = Assign(Some.Records(Some.Initiative(Known), Row("回数", null, "回"), Row("回数", null, "回"), Row("回数", null, "回")), current);

        Assert.Equal([$"{Known}-1", $"{Known}-2", $"{Known}-3"], again.Indicators.Select(i => i.Id));
    }

    [Fact]
    public void AnIndicatorWhoseUnitIsCorrectedKeepsItsNumber()
    {
        var current = Current(Row("実施数", null, "か所"), Row("実施数", null, "回"));

        var again = Assign(Some.Records(Some.Initiative(Known), Row("実施数", null, "回"), Row("実施数", null, "箇所")), current);

        Assert.Equal([$"{Known}-2", $"{Known}-1"], again.Indicators.Select(i => i.Id));
    }

    [Fact]
    public void ANewIndicatorGetsTheNumberAfterTheHighest()
    {
        var current = Current(Row("回数", null, "回"), Row("人数", null, "人"));

        var again = Assign(Some.Records(Some.Initiative(Known), Row("満足度", null, "%"), Row("人数", null, "人")), current);

        Assert.Equal([$"{Known}-3", $"{Known}-2"], again.Indicators.Select(i => i.Id));
    }

    [Fact]
    public void AnIndicatorOfAnotherInitiativeIsAnotherIndicator()
    {
        var current = Current(Row("回数", null, "回"));

        var again = Assign(Some.Records(Some.Initiative("row 9", "別の取組"), Row("回数", null, "回") with { Initiative = "row 9" }), current);

        Assert.Equal("kenkofukushi-0002-1", again.Indicators.Single().Id);
    }

    [Fact]
    public void ANewIndicatorDoesNotGetTheNumberOfARemovedOne()
    {
        var initiative = Some.Initiative(Known);
        var two = Assign(Some.Records(initiative, Row("回数", null, "回"), Row("人数", null, "人")), (DepartmentRecords.Empty, AssignedNumbers.None));
        var one = Assign(Some.Records(initiative, Row("回数", null, "回")), two);
        var none = Assign(Some.Records(initiative), one);

        var other = Assign(Some.Records(initiative, Row("件数", null, "件")), none);

        Assert.Equal([2, 2, 3], new[] { one, none, other }.Select(s => s.Assigned.Indicators.Count));
        Assert.Equal($"{Known}-3", other.Records.Indicators.Single().Id);
    }

    [Fact]
    public void AnIndicatorThatReturnsGetsItsNumberAgain()
    {
        var initiative = Some.Initiative(Known);
        var two = Assign(Some.Records(initiative, Row("回数", null, "回"), Row("人数", "男", "人")), (DepartmentRecords.Empty, AssignedNumbers.None));
        var one = Assign(Some.Records(initiative, Row("回数", null, "回")), two);

        var again = Assign(Some.Records(initiative, Row("人数", "男", "名"), Row("回数", null, "回"), Row("人数", "女", "人")), one);

        Assert.Equal([$"{Known}-2", $"{Known}-1", $"{Known}-3"], again.Records.Indicators.Select(i => i.Id));
        Assert.Equal(again.Records.Indicators.Select(i => i.Id).Order(), again.Assigned.Indicators.Select(i => i.Id));
    }

    [Fact]
    public void AnIndicatorThatHasReturnedDoesNotShareItsNumber()
    {
        var read = Some.Records(Some.Initiative(Known), Row("人数", null, "人"), Row("人数", null, "件"));
        var current = Current(Row("人数", null, "人"));
        var removedBefore = new AssignedNumbers(1, [KnownIndicator.Of(current.Indicators[0])]);

        var indicators = Assign(read, (current, removedBefore)).Records.Indicators;

        Assert.Equal([$"{Known}-1", $"{Known}-2"], indicators.Select(i => i.Id));
    }

    private static Indicator Row(string name, string? group, string unit) =>
        Some.Indicator("row", Known, name) with { Group = group, Unit = unit };

    private static DepartmentRecords Current(params Indicator[] rows) =>
        Assign(Some.Records([Some.Initiative(Known), .. rows]), DepartmentRecords.Empty);

    private static DepartmentRecords Assign(DepartmentRecords read, DepartmentRecords current) =>
        Assign(read, (current, AssignedNumbers.None)).Records;

    private static (DepartmentRecords Records, AssignedNumbers Assigned) Assign(
        DepartmentRecords read, (DepartmentRecords Records, AssignedNumbers Assigned) earlier) =>
        Identities.Assign(Some.Department, read, earlier.Records, earlier.Assigned);
}
