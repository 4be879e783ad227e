using System.Diagnostics.CodeAnalysis;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

internal sealed class TextKind : ColumnKind<string>
{
    public override CellReading<string> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        AutomaticConversion.Date(cell, column.Header) is { } finding
            ? Wrong(finding)
            : new(cell.Text, AutomaticConversion.Exponent(cell, column.Header));

    public override Content Write(string value, LayoutContext context) => Content.Of(value);
}

/// <summary>The id of a record (管理番号). The cell is blank for a new record.</summary>
internal sealed class RecordNumberKind : ColumnKind<RecordId>
{
    public override string Form => "管理番号";

    public override CellInputKind Input => CellInputKind.RecordNumber;

    // The highest number that a record id may contain in a workbook. A new record gets the highest number ever entered plus one, so this
    // limit is far below the highest valid number (nine digits). Otherwise one wrong entry could leave no numbers for new records.
    private const int Highest = 999_999;

    private const int Longest = 100;

    public override CellLook Look => CellLook.Muted;

    public override CellReading<RecordId> Read(SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        if (!TryParse(cell.Text, out var id) || id.Number > Highest)
            return Wrong(Findings.NumberMalformed());
        if (!context.MayCarry(id.Department))
            return Wrong(Findings.NumberOfOthers(context.Register.FindDepartment(id.Department)));
        return context.Taken.Count > 0 && context.Taken.Contains(id.ToString()) ? Wrong(Findings.NumberTakenOver(id.ToString())) : new(id);
    }

    // Tries the exact form first, then the normalized lower-case form, because staff may retype the id as BYOIN-0001.
    private static bool TryParse(string text, [NotNullWhen(true)] out RecordId? id)
    {
        id = null;
        return text.Length <= Longest && (RecordId.TryParse(text, out id) || RecordId.TryParse(text.Fold().ToLowerInvariant(), out id));
    }

    public override Content Write(RecordId value, LayoutContext context) => Content.Of(value.ToString());
}

/// <summary>Several texts, one per line.</summary>
internal sealed class LinesKind : ColumnKind<EquatableList<string>>
{
    public override string Form => "文字（改行で区切る）";

    public override CellInputKind Input => CellInputKind.Lines;

    public override CellReading<EquatableList<string>> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        AutomaticConversion.Date(cell, column.Header) is { } finding
            ? Wrong(finding)
            : new([.. cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                AutomaticConversion.Exponent(cell, column.Header));

    public override Content Write(EquatableList<string> value, LayoutContext context) => Content.Of(string.Join('\n', value));
}

/// <summary>
/// A path of headings from the outermost to the innermost, separated by ＞, which headings do not normally contain. It is written as the
/// full-width character and read in either width.
/// </summary>
internal sealed class PathKind : ColumnKind<EquatableList<string>>
{
    public override string Form => "文字（「＞」で区切る）";

    private const char Separator = '＞', HalfWidth = '>';

    public override CellReading<EquatableList<string>> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        AutomaticConversion.Date(cell, column.Header) is { } finding
            ? Wrong(finding)
            : new([.. cell.Text.Split([Separator, HalfWidth], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                AutomaticConversion.Exponent(cell, column.Header));

    public override Content Write(EquatableList<string> value, LayoutContext context) => Content.Of(string.Join($" {Separator} ", value));
}

internal sealed class NumberKind : ColumnKind<decimal?>
{
    public static ExpectedValue Expected { get; } =
        new(ProblemKinds.NotANumber, "数値", "「約」などの言葉や単位を付けず、数字だけを書いてください。");

    public override string Form => Expected.Name;

    public override CellInputKind Input => CellInputKind.Number;

    public override CellLook Look => CellLook.Number;

    public override CellReading<decimal?> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        cell.Kind == CellKind.Date ? Wrong(Findings.DateForNumber(column.Header, AutomaticConversion.Number(cell) ?? column.Example))
        : (cell.Number ?? TypedNumber.Parse(cell.Text)) is { } number ? new(number, DisplayDoubts.In(cell, number, column))
        : TypedNumber.ParseSplit(cell.Text) is { } joined ? new(joined, TextFindings.DigitsSplit(column.Header, joined))
        : cell.Kind == CellKind.Shown ? Wrong(FigureFindings.ShownInWords(column.Header, cell.Text, SheetCell.OfNumber(cell.Serial).Text))
        : Wrong(Findings.NotA(Expected, column.Header, TypedNumber.Within(cell.Text) ?? column.Example));

    public override Content Write(decimal? value, LayoutContext context) => Content.Of(value ?? 0);
}

/// <summary>The figure of an indicator for one fiscal year: a number, 対象外 (not applicable) or a text.</summary>
internal sealed class FigureKind(FiscalYear year) : ColumnKind<Figure>
{
    private static readonly TemplateColumn<Figure>[] Columns = [.. FiscalYear.All.Select(NewColumn)];

    // It may mean the figure above or the one to the left, so it is not read as either.
    private const string UnclearDitto = "同";

    public static TemplateColumn<Figure> ColumnOf(FiscalYear year) => Columns[year.Year - FiscalYear.All[0].Year];

    private static TemplateColumn<Figure> NewColumn(FiscalYear year) =>
        new(year.Label, new FigureKind(year),
            14, $"数字だけを書きます。その年度に当てはまらないときは「{TemplateWords.NotApplicable}」、まだ分からないときは空のままにします。")
        { Example = "1000" };

    public override string Form => $"数値、「{TemplateWords.NotApplicable}」又は文字";

    public override CellInputKind Input => CellInputKind.Figure;

    public override CellLook Look => CellLook.Number;

    public override CellReading<Figure> Read(SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        if (cell.Kind == CellKind.Date)
            return Wrong(Findings.DateForNumber(column.Header, AutomaticConversion.Number(cell) ?? column.Example));
        if ((cell.Number ?? TypedNumber.Parse(cell.Text) ?? ShownUnit.NumberIn(cell)) is { } number)
            return new(Figure.Reported(year, number), DisplayDoubts.In(cell, number, column));
        if (TypedNumber.ParseSplit(cell.Text) is { } joined)
            return new(Figure.Reported(year, joined), TextFindings.DigitsSplit(column.Header, joined));
        if (TemplateColumn.FoldHeader(cell.Text) == TemplateWords.NotApplicable)
            return new(Figure.NotApplicable(year));
        return NoNumber(cell, column) is { } wrong
            ? Wrong(wrong)
            : new(Figure.InWords(year, cell.Text), DisplayDoubts.In(cell, null, column) ?? Doubt(cell.Text, column, context));
    }

    private static Finding? NoNumber(SheetCell cell, TemplateColumn column) =>
        cell.IsTruth ? FigureFindings.TrueOrFalse(column.Header)
        : cell.Kind == CellKind.Shown ? null
        : cell.Kind != CellKind.Text || TypedNumber.IsBeyond(cell.Text) ? FigureFindings.TooLarge(column.Header, column.Example)
        : TypedNumber.WithUnit(cell.Text) is var (number, unit) ? FigureFindings.WithUnit(column.Header, number, unit)
        : null;

    private static Finding? Doubt(string words, TemplateColumn column, LayoutContext context) =>
        KnownTexts.Of(typeof(FigureDoubts), context).Check(words, () => FigureDoubts.OfCell(words, column.Example))
            ?? (IsUnclear(words) ? FigureFindings.InWords(column.Header) : null);

    /// <summary>Whether a text in place of a figure says nothing, such as － or 同.</summary>
    public static bool IsUnclear(string words) => !words.Any(IsJapanese) || words == UnclearDitto;

    // Matches kana, including half-width kana, and kanji. Rare kanji outside the BMP are recognized by their high surrogate.
    private static bool IsJapanese(char c) =>
        c is (>= 'ぁ' and <= 'ヺ') or (>= 'ｦ' and <= 'ﾝ') or (>= '㐀' and <= '鿿') or '々' or (>= '\uD840' and <= '\uD887');

    public override Content Write(Figure value, LayoutContext context) => value switch
    {
        { Value: { } number } => Content.Of(number),
        { Status: FigureStatus.NotApplicable } => Content.Of(TemplateWords.NotApplicable),
        _ => Content.Of(value.Text),
    };
}
