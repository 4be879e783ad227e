using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>Tests the input fields in which a clerk corrects single cells for which problems were found.</summary>
public sealed class CellInputTests
{
    private const string Initiatives = "視点別取組", Directions = "課題と方向性";

    [Theory]
    [InlineData("unknown-policy-area.xlsx", "byoin", "施策", CellInputKind.Choice)]
    [InlineData("figure-about-92.xlsx", "byoin", "平成29（2017）年度", CellInputKind.Figure)]
    [InlineData("number-malformed.xlsx", "byoin", "管理番号", CellInputKind.RecordNumber)]
    [InlineData("unbalanced-bracket.xlsx", "byoin", "課題と今後の方向性", CellInputKind.Text)]
    [InlineData("bare-29-year.xlsx", "takatsu", "年度", CellInputKind.Year)]
    [InlineData("total-in-words.xlsx", "kenkofukushi", "総数", CellInputKind.Number)]
    [InlineData("month-without-era.xlsx", "kenkofukushi", "期間開始", CellInputKind.Month)]
    [InlineData("unknown-department.xlsx", "byoin", "局・区名", CellInputKind.Choice)]
    [InlineData("reporting-year-bare-30.xlsx", "byoin", "報告年度", CellInputKind.Year)]
    [InlineData("year-header-without-era.xlsx", "byoin", "29", CellInputKind.Text)]
    [InlineData("report-layout-error-ref.xlsx", "byoin", "これまでの主な取組", CellInputKind.Lines)]
    [InlineData("report-layout-unknown-area.xlsx", "byoin", "施策等", CellInputKind.Lines)]
    public void TheInputForACellHasTheKindOfItsColumn(string file, string department, string label, CellInputKind kind)
    {
        var input = InputsOf(file, department)[0];

        Assert.Equal((label, kind), (input.Label, input.Kind));
    }

    [Fact]
    public void AListOffersAllThatMayBeChosen()
    {
        var input = Assert.Single(InputsOf("unknown-policy-area.xlsx", "byoin"));

        Assert.Equal((Initiatives, "C12", true), (input.Sheet, input.Cell, input.IsRequired));
        Assert.Equal(Some.Register.PolicyAreas.Select(a => a.Name), input.Choices);
        Assert.Equal("not-in-list", Assert.Single(input.Problems).Code);
    }

    [Fact]
    public void TheInputForAMissingUnitOffersTheUnitOfTheLastReport()
    {
        var input = Assert.Single(InputsOf("unit-missing.xlsx", "byoin"));

        Assert.Equal(("H11", "単位", ""), (input.Cell, input.Label, input.Standing));
        Assert.Contains(new("「回」にする", CellValue.Of("回")), input.QuickChoices);
        Assert.NotEmpty(input.Suggestions);
    }

    [Theory]
    [InlineData("figure-about-92.xlsx", "K11", "約92")]
    [InlineData("error-ref.xlsx", "K11", "#REF!")]
    [InlineData("number-malformed.xlsx", "A12", "5番")]
    public void TheInputShowsTheCurrentContentOfTheCell(string file, string cell, string standing) =>
        Assert.Contains((cell, standing), InputsOf(file, "byoin").Select(i => (i.Cell, i.Standing)));

    [Fact]
    public void EachCellOfAFindingHasAnInput() =>
        Assert.Equal(["A2", "A3", "A4"], InputsOf("numbers-of-others.xlsx", "byoin").Select(i => i.Cell));

    [Theory]
    [InlineData("hidden-row.xlsx")]
    [InlineData("column-twice.xlsx")]
    [InlineData("sheet-removed.xlsx")]
    [InlineData("macros.xlsm")]
    [InlineData("other-year.xlsx")]
    [InlineData("not-well-formed.xlsx")]
    public void AProblemThatNoCellValueCanCorrectHasNoInput(string file) => Assert.Empty(InputsOf(file, "byoin"));

    [Theory]
    [InlineData(CellInputKind.Figure, "１，２３４", "1234")]
    [InlineData(CellInputKind.Number, "▲5", "-5")]
    public void AnEnteredNumberIsTakenAsANumber(CellInputKind kind, string typed, string number) =>
        Assert.Equal(number, Assert.IsType<NumberValue>(Input(kind).ValueOf(typed)).Text);

    [Theory]
    [InlineData(CellInputKind.Figure, "対象外")]
    [InlineData(CellInputKind.Figure, "45.9%")]
    [InlineData(CellInputKind.Text, "29")]
    public void WordsPercentagesAndInputsForTextCellsAreTakenAsText(CellInputKind kind, string typed) =>
        Assert.Equal(new TextValue(typed), Input(kind).ValueOf(typed));

    private static CellInput Input(CellInputKind kind) => new(Directions, "A1", "", "", kind, []);

    private static EquatableList<CellInput> InputsOf(string file, string department)
    {
        var book = Some.Fixture(Path.Combine("nasty", file));
        var request = new WorkbookRequest(Some.Register, Some.Year,
            department)
        { Known = Some.Read(Some.Sample(department), department).Records };
        return CellInputs.Of(book, request, WorkbookReader.Read(book, request).Problems, CancellationToken.None);
    }
}
