using System.Buffers;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// The checks of the national machine-readability rules that examine a single cell. Each returns the fault, or null if there is none. A
/// text may have 10,000 characters and occur in many files. Therefore checks for faults that only short texts can have skip long texts.
/// </summary>
internal static partial class CellChecks
{
    private const int LongestSign = 40;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)]);

    private static readonly SearchValues<char> ListMarks = SearchValues.Create("\r\n\t;；|");

    // A cell must contain one value and no list of values. A sentence is not checked. A code, identifier or part of a date must not
    // contain any separator. Other texts may contain commas and spaces, but no line breaks, tabs, semicolons or vertical bars.
    public static string? OneDatum(FileKind kind, OpenDataColumn? column, OpenedCell cell)
    {
        var isList = column?.Type.Facts() is { IsUnbroken: true }
            ? Separators().IsMatch(cell.Text)
            : column?.Type != DataType.Sentence && cell.Text.AsSpan().ContainsAny(ListMarks);
        return isList ? "値が並んでいます" : null;
    }

    // Searches for any space before it evaluates the regular expression, because the search is cheap and most texts have no spaces.
    public static string? NoLayout(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        cell.Text.AsSpan().ContainsAny(Spaces) && Layout().IsMatch(cell.Text) ? "体裁のための空白か改行があります" : null;

    public static string? NoMachineDependent(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        MachineDependent.IsIn(cell.Text) ? "機種依存文字があります" : null;

    public static string? NoSignForNothing(FileKind kind, OpenDataColumn? column, OpenedCell cell) => IsSign(cell) ? "記号だけのセルです" : null;

    public static string? OneLine(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        cell.Text.AsSpan().IndexOfAny('\r', '\n') >= 0 ? "レコードの中に改行があります" : null;

    public static string? BareNumber(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column is null || Fits(kind, column.Type.Facts().Cell, cell) ? null : "列の型と合いません";

    public static string? NoDitto(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        cell.Text.Length <= LongestSign && Ditto().IsMatch(cell.Text) ? "前の行を省略しています" : null;

    public static string? MayBeBlank(OpenDataColumn? column) => column is { Blank: null } ? "空欄にならない列が空欄です" : null;

    public static string? OneOfTheChoices(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column is { Values.Count: > 0 } && !column.Values.Any(v => v.Value == cell.Text) ? "決まった値ではありません" : null;

    public static string? OtherAlone(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column?.Type != DataType.Sentence && cell.Text.Length <= LongestSign && OtherWithDetails().IsMatch(cell.Text)
            ? "「その他」の内容が同じセルにあります"
            : null;

    public static string? NoUndefinedSign(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column?.Type is DataType.Number or DataType.WholeNumber && IsSign(cell) ? "定義のない記号です" : null;

    public static string? WesternYear(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column?.Type.Facts().DateForm is { } form && !form.Pattern.IsMatch(cell.Text) ? form.Fault : null;

    public static string? OfficialPlace(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        column?.Name == "ward" && !Ward().IsMatch(cell.Text) ? "区の正式な名称ではありません" : null;

    public static bool IsEraYear(string text) => text.Length <= LongestSign && EraYear().IsMatch(text);

    private static bool IsSign(OpenedCell cell) => cell.Text.Length <= LongestSign && OnlySigns().IsMatch(cell.Text);

    // Whether the cell's kind fits the column's type. In CSV a code of digits cannot be distinguished from a number, so CSV is not checked
    // for numbers in text columns; Excel and JSON are.
    private static bool Fits(FileKind kind, DataCell expected, OpenedCell cell) => expected switch
    {
        DataCell.Number => cell.Kind == CellKind.Number,
        DataCell.WholeNumber => cell.Kind == CellKind.Number && !cell.Text.Contains('.', StringComparison.Ordinal),
        DataCell.Truth => cell.Kind == CellKind.Truth,
        DataCell.Text => kind == FileKind.Csv || cell.Kind != CellKind.Number,
    };

    [GeneratedRegex(@"[\s、，,;；|/／]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\r\n\t]|^\s|\s$|\s{2}|^(?:\p{L}\s){2,}\p{L}$")]
    private static partial Regex Layout();

    [GeneratedRegex(@"\A(?:〃|″|々|同上|同左|同右|上に同じ)\z")]
    private static partial Regex Ditto();

    [GeneratedRegex(@"\Aその他\s?[（(:：・]")]
    private static partial Regex OtherWithDetails();

    [GeneratedRegex(@"\A(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:元|[0-9０-９]{1,2})(?:年度?)?\z")]
    private static partial Regex EraYear();

    [GeneratedRegex(@"\A\p{L}+区\z")]
    private static partial Regex Ward();

    [GeneratedRegex(@"\A[\-‐―ー－–—…‥・*＊×✕※．.]+\z")]
    private static partial Regex OnlySigns();
}
