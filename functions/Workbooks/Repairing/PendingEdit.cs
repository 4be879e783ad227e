namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>An edit at the cell that holds the value: of merged cells the first.</summary>
internal sealed record PendingEdit(CellEdit Edit, CellAddress At)
{
    /// <summary>Whether the sheet has such a cell, perhaps a blank one; without, it is inserted.</summary>
    public bool IsThere { get; set; }

    public EditRefusal? Refusal { get; set; }
}
