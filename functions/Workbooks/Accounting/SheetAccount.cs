using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>How a non-empty cell was processed (記入のあるセルの扱い).</summary>
public enum CellUse
{
    /// <summary>The cell was read as part of a record, or of a row that was rejected by an error.</summary>
    Record,

    /// <summary>The cell is a column header.</summary>
    Header,

    /// <summary>The cell describes the sheet or the records below it: a title, a field of はじめに, the policy area of several rows.</summary>
    Heading,

    /// <summary>The cell was not read and has a finding.</summary>
    Finding,
}

/// <summary>Cells with the same use in one column.</summary>
/// <param name="Cells">The range from the first to the last of them, with only blank cells in between: B5, or B2:B40.</param>
public sealed record UsedCells(CellUse Use, string Cells);

/// <summary>The account of a visible sheet: every visible non-empty cell is in one of its ranges.</summary>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Uses">The ranges, ordered by their first cell.</param>
public sealed record SheetAccount(string Sheet, EquatableList<UsedCells> Uses);
