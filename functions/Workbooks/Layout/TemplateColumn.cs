using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>A column of a sheet: its header, width and input hint.</summary>
/// <param name="width">The width in characters of Excel's standard font.</param>
/// <param name="hint">The hint shown beside a selected cell; <see cref="Division"/> is a placeholder for a division of the
/// register.</param>
internal abstract class TemplateColumn(string header, double width, string hint)
{
    /// <summary>The placeholder in hints for the name of a division, which changes from year to year.</summary>
    public const string Division = "{division}";

    // Longer than any header or list entry; folding the long texts of a hostile workbook would take minutes.
    private const int LongestHeader = 100;

    public string Header => header;

    public string FoldedHeader { get; } = FoldHeader(header);

    public double Width => width;


    public bool IsRequired { get; init; }

    public string Example { get; init; } = "";

    public abstract CellLook Look { get; }

    public abstract string Form { get; }

    public abstract CellInputKind Input { get; }

    public abstract IReadOnlyList<string> Choices(LayoutContext context);

    public string HintFor(Register register) => hint.Replace(Division, register.ContactName, StringComparison.Ordinal);

    /// <summary>Headers are compared without white space, because departments insert line breaks in them.</summary>
    public static string FoldHeader(string header) =>
        header.Length > LongestHeader ? "" : header.Fold().Replace(" ", "", StringComparison.Ordinal);
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
