using System.Runtime.InteropServices;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The type of a column: how its cells are read and written, and which values are allowed. Null as <typeparamref name="T"/> represents a
/// blank cell.
/// </summary>
internal abstract class ColumnKind<T>
{
    public virtual CellLook Look => CellLook.Text;

    /// <summary>A Japanese word or two that describe the expected input; printed in docs/datasets/.</summary>
    public virtual string Form => "文字";

    /// <summary>The kind of input field to display in the form that corrects a single cell.</summary>
    public virtual CellInputKind Input => CellInputKind.Text;

    /// <summary>Parses a cell that is neither blank nor an Excel error.</summary>
    public abstract CellReading<T> Read(SheetCell cell, TemplateColumn column, LayoutContext context);

    public abstract Content Write(T value, LayoutContext context);

    /// <summary>The entries of the column's drop-down; empty when the column has no fixed list of allowed values.</summary>
    public virtual IReadOnlyList<string> Choices(LayoutContext context) => [];

    protected static CellReading<T> Wrong(Finding finding) => new(default, finding);
}

/// <summary>The result of parsing a cell: a value, a finding, both, or neither for a blank cell.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellReading<T>(T? Value, Finding? Finding = null);

/// <summary>The appearance of the cells of a column.</summary>
internal enum CellLook
{
    Text,
    Number,

    /// <summary>Greyed out, because the system and not the department fills in these cells.</summary>
    Muted,
}
