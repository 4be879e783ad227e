using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>A column of a sheet of the template: its header, its width and its input hint.</summary>
/// <param name="width">The width in characters of Excel's standard font.</param>
/// <param name="hint">The hint that Excel displays when a cell is selected. May contain the placeholder <see cref="Division"/>.</param>
internal abstract class TemplateColumn(string header, double width, string hint)
{
    /// <summary>
    /// The placeholder in hints for the name of a real division. The name is taken from the register, because it changes from year to year.
    /// </summary>
    public const string Division = "{division}";

    // Longer than any header or allowed value. Longer texts are not normalized, because a hostile workbook could contain so many of them
    // that it would take minutes.
    private const int LongestHeader = 100;

    public string Header => header;

    public string FoldedHeader { get; } = FoldHeader(header);

    public double Width => width;

    public bool IsRequired { get; init; }

    /// <summary>
    /// Whether a word such as なし is a value, as in a column that distinguishes あり and なし or contains the report's own text.
    /// </summary>
    public bool NoneIsAValue { get; init; }

    public string Example { get; init; } = "";

    public abstract CellLook Look { get; }

    public abstract string Form { get; }

    public abstract CellInputKind Input { get; }

    public abstract IReadOnlyList<string> Choices(LayoutContext context);

    public string HintFor(Register register) => hint.Replace(Division, register.ContactName, StringComparison.Ordinal);

    /// <summary>
    /// Normalizes a header or an allowed value for comparison. All white space is removed, because departments insert line breaks into
    /// headers. Returns an empty string for a text that is too long to be a header or an allowed value.
    /// </summary>
    public static string FoldHeader(string header) =>
        header.Length > LongestHeader ? "" : header.FoldWithoutSpaces();
}

internal sealed class TemplateColumn<T>(string header, ColumnKind<T> kind, double width, string hint) : TemplateColumn(header, width, hint)
{
    public override CellLook Look => kind.Look;

    public override string Form => kind.Form;

    public override CellInputKind Input => kind.Input;

    public override IReadOnlyList<string> Choices(LayoutContext context) => kind.Choices(context);

    public CellReading<T> Read(SheetCell cell, LayoutContext context) => kind.Read(cell, this, context);

    public Content Write(T? value, LayoutContext context) => value is null ? Content.Blank : kind.Write(value, context);
}
