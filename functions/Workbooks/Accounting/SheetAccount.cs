using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>What reading made of a cell that holds something (記入のあるセルの扱い).</summary>
public enum CellUse
{
    /// <summary>It was read into a record, or into a row that an error refuses.</summary>
    Record,

    /// <summary>It names a column.</summary>
    Header,

    /// <summary>It says what a sheet or the records below it are: a title, a field of はじめに, the policy area of several rows.</summary>
    Heading,

    /// <summary>It was not read, and a finding says so.</summary>
    Finding,
}

/// <summary>Cells of one use in one column.</summary>
/// <param name="Cells">From the first to the last of them, with nothing but blank cells between: B5, or B2:B40.</param>
public sealed record UsedCells(CellUse Use, string Cells);

/// <summary>What became of a visible sheet: every cell that shows something is in one of its ranges.</summary>
/// <param name="Sheet">Its name.</param>
/// <param name="Uses">In the order in which they begin.</param>
public sealed record SheetAccount(string Sheet, EquatableList<UsedCells> Uses);
