using System.Runtime.InteropServices;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// What a column holds: how it is read, how it is written, and what may be chosen. Every <typeparamref name="T"/> can be null, which is a
/// blank cell.
/// </summary>
internal abstract class ColumnKind<T>
{
    public virtual CellLook Look => CellLook.Text;

    /// <summary>What is to be written, in a word or two, as docs/datasets/ says.</summary>
    public virtual string Form => "文字";

    /// <summary>What a form asks for where a single cell is mended.</summary>
    public virtual CellInputKind Input => CellInputKind.Text;

    /// <summary>Reads a cell that is neither blank nor an error.</summary>
    public abstract CellReading<T> Read(SheetCell cell, TemplateColumn column, LayoutContext context);

    public abstract Content Write(T value, LayoutContext context);

    /// <summary>The entries of its drop-down; none when anything may be typed.</summary>
    public virtual IReadOnlyList<string> Choices(LayoutContext context) => [];

    protected static CellReading<T> Wrong(Finding finding) => new(default, finding);
}

/// <summary>What was read: a value, or what is wrong with it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellReading<T>(T? Value, Finding? Finding = null);

/// <summary>How the cells of a column look.</summary>
internal enum CellLook
{
    Text,
    Number,

    /// <summary>Filled in by the system, not by staff.</summary>
    Muted,
}
