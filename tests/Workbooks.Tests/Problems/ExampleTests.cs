using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tests.Documentation;

namespace KawasakiServerless.Workbooks.Tests.Problems;

/// <summary>The example after 例： in a remedy (the advice on how to correct a problem) fits the column to which the remedy refers.</summary>
public sealed partial class ExampleTests
{
    private static readonly SheetCell[] Wrong =
    [
        default,
        new(CellKind.Error, "#N/A", 0),
        new(CellKind.NoValue, null, 0),
        new(CellKind.Date, null, 42_826),
        new(CellKind.Date, null, 12),
        new(CellKind.Number, null, -0.125),
        new(CellKind.Number, null, 2017.1),
        new(CellKind.Number, null, 999_999),
        new(CellKind.Shown, "第3回", 3),
        new(CellKind.Shown, "52千", 52_345),
        new(CellKind.Shown, "46%", 0.459),
        SheetCell.OfTruth(true),
        .. new[]
        {
            "同上", "なし", "約92", "90～95", "35→37", "1,00", "5 6", "92人", "③", "1e400", "45.9％", "abc", "平成32年度", "4月", "29", "宇宙局", "健康福社局",
            "地域包括ケア推進室", "視点9", "視点一", "高齢施策",
            "（仮称", "=A1", "外\uE000字", "制\u0007御", "zaisei-0001", "12番", "東区",
        }.Select(t => SheetCell.OfText(t)),
        SheetCell.OfText(new string('あ', 10_001)),
        SheetCell.OfText("一部", hasStruck: true),
    ];

    private static readonly ProblemKind[] ToldOfText =
    [
        ProblemKinds.InitiativeTwice, ProblemKinds.IndicatorTwice, ProblemKinds.DirectionRepeated, ProblemKinds.UnitMissing,
        ProblemKinds.UnitSpelling, ProblemKinds.UnitChanged,
        ProblemKinds.YearMissing, ProblemKinds.SuddenChange, ProblemKinds.CumulativeDrop, ProblemKinds.NegativeCount,
        ProblemKinds.PercentOver,
    ];

    public static TheoryData<int> Every => [.. Enumerable.Range(0, AskedBook.Columns.Count)];

    [Theory]
    [MemberData(nameof(Every))]
    public void TheExampleOfARemedyFitsItsColumn(int at)
    {
        var (sheet, column) = AskedBook.Columns[at];
        var said = from cell in Wrong
                   from problem in AskedBook.With(sheet, column, cell)
                   where problem.Sheet == sheet.Name && IsAt(problem, sheet, column) && !IsOf(column, cell, Example(problem.Remedy))
                   select $"{sheet.Name} {column.Header}: {cell.Text} {problem.Code} {problem.Remedy}";

        if (said.Any())
            Assert.Fail(string.Join('\n', said));
    }

    [Fact]
    public void EveryRemedyEndsWithAnExample() =>
        Assert.All(ProblemExamples.All, f => Assert.Matches("(?:ください(?:：[^。]+)?|構いません|報告します)。例：[^。]+$", f.Remedy));

    [Fact]
    public void RemediesForFiguresInRunningTextNameNoColumnOfTheTemplate() => Assert.All(
        ProblemExamples.All.Where(f => ToldOfText.Contains(f.Kind)),
        f => Assert.DoesNotMatch("「(?:管理番号|担当部署|指標名|区分|単位|備考)」", f.RemedyInText ?? f.Remedy));

    [Fact]
    public void EveryMessageIsASentence() =>
        Assert.All(ProblemExamples.All, f => Assert.Matches("(?:です|ます|ません|でした|ました|でしょうか)(?:（[^）]+）)?。$", f.Message));

    private static string Example(string remedy) => remedy[(remedy.LastIndexOf("例：", StringComparison.Ordinal) + "例：".Length)..];

    private static bool IsAt(Problem problem, SheetLayout sheet, TemplateColumn column) =>
        problem.Cell == $"{new CellAddress(2, sheet.ColumnsFor(Some.Year).Select(c => c.Header).ToList().IndexOf(column.Header) + 1)}";

    private static bool IsOf(TemplateColumn column, SheetCell cell, string example) =>
        example == column.Example
        || example == SheetCell.OfNumber(cell.Serial).Text || example == new SheetCell(CellKind.Percent, null, cell.Serial).Text
        || AskedBook.ChoicesOf(column).Contains(example)
        || (IsFigure(column) && example is TemplateWords.NotApplicable or "実施")
        || example is "（空欄）" or "回、人、か所、%"
        || AreDigitsOf(cell.Text, example)
        || (IsFigure(column) && (example.StartsWith(YearOf(column).EraLabel, StringComparison.Ordinal)
            || example.EndsWith("以上の数値", StringComparison.Ordinal)))
        || (column.Form == "年度" && FiscalYear.TryParse(example, out _))
        || (column.Form == "年月" && YearMonth.TryParse(example, out _))
        || (column.Form.Contains("名（", StringComparison.Ordinal) && (example.StartsWith("○○局", StringComparison.Ordinal)
            || Some.Register.Departments.Any(d => example.StartsWith(d.Name, StringComparison.Ordinal))))
        || (example.Contains('…', StringComparison.Ordinal) && example.Any(cell.Text.Contains))
        || IsWhatToDo(example);

    private static bool IsFigure(TemplateColumn column) =>
        column.Form.StartsWith("数値", StringComparison.Ordinal)
            && column.Form.Contains(TemplateWords.NotApplicable, StringComparison.Ordinal);

    private static FiscalYear YearOf(TemplateColumn column) =>
        FiscalYear.TryParse(column.Header, out var year) ? year : throw new InvalidOperationException(column.Header);

    // Whether the example consists of typed digits: 92 of 約92, 6-11 of 2018/6/11, or 20.171 of 2017.1, where only the point moves.
    private static bool AreDigitsOf(string typed, string example) =>
        Digits().Matches(example) is { Count: > 0 } digits
        && (digits.All(d => typed.Fold().Replace(" ", "", StringComparison.Ordinal).Contains(d.Value, StringComparison.Ordinal))
            || example.Replace(".", "", StringComparison.Ordinal) == typed.Replace(".", "", StringComparison.Ordinal));

    private static bool IsWhatToDo(string example) => example[^1] is 'る' or 'く' or 'す';

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
