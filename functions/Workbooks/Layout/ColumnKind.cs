using System.Runtime.InteropServices;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The type of a column: how it is read and written, and which choices it has. Every <typeparamref name="T"/> can be null, which represents
/// a blank cell.
/// </summary>
internal abstract class ColumnKind<T>
{
    public virtual CellLook Look => CellLook.Text;

    /// <summary>The expected input in a word or two, for docs/datasets/.</summary>
    public virtual string Form => "文字";

    /// <summary>The input kind of the form for correcting a single cell.</summary>
    public virtual CellInputKind Input => CellInputKind.Text;

    /// <summary>Reads a cell that is neither blank nor an error.</summary>
    public abstract CellReading<T> Read(SheetCell cell, TemplateColumn column, LayoutContext context);

    public abstract Content Write(T value, LayoutContext context);

    /// <summary>The entries of its drop-down; empty when any text is allowed.</summary>
    public virtual IReadOnlyList<string> Choices(LayoutContext context) => [];

    protected static CellReading<T> Wrong(Finding finding) => new(default, finding);
}

/// <summary>The result of reading a cell: a value, a finding, or both.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellReading<T>(T? Value, Finding? Finding = null);

/// <summary>The appearance of the cells of a column.</summary>
internal enum CellLook
{
    Text,
    Number,

    /// <summary>Greyed out, because the system fills it in.</summary>
    Muted,
}
