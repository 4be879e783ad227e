using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>How a non-empty cell was processed (記入のあるセルの扱い).</summary>
public enum CellUse
{
    /// <summary>The cell was read as part of a record, or as part of a row that was rejected because of an error.</summary>
    Record,

    /// <summary>The cell is a column header.</summary>
    Header,

    /// <summary>
    /// The cell describes the sheet or the records below it: a title, a field of the template's front sheet (はじめに), or a policy area that
    /// applies to several rows.
    /// </summary>
    Heading,

    /// <summary>The cell was not read, and a finding reports this.</summary>
    Finding,
}

/// <summary>A range of cells in one column that all have the same use.</summary>
/// <param name="Cells">The range from the first to the last of these cells, such as B5 or B2:B40. The cells in between are blank, hidden or
/// have the same use.</param>
public sealed record UsedCells(CellUse Use, string Cells);

/// <summary>
/// Lists how each visible non-empty cell in the first 256 columns of a sheet was used; every such cell is in exactly one of the ranges.
/// </summary>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Uses">The ranges, ordered by their first cell.</param>
public sealed record SheetAccount(string Sheet, EquatableList<UsedCells> Uses);
