using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>A column of a sheet: its header, how wide it is, what it asks for.</summary>
/// <param name="width">In characters of Excel's standard font.</param>
/// <param name="hint">Shown beside a cell when it is selected; <see cref="Division"/> stands for a division of the register.</param>
internal abstract class TemplateColumn(string header, double width, string hint)
{
    /// <summary>What a hint says instead of the name of a division, which changes from year to year.</summary>
    public const string Division = "{division}";

    // No header and no entry of a list is as long; folding whatever stands in a hostile workbook would take minutes.
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

    /// <summary>Headers are compared without any white space, since they are broken over lines at will.</summary>
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
