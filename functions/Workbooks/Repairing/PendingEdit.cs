namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>An edit at the cell that holds the value: of merged cells the first.</summary>
internal sealed class PendingEdit(CellEdit edit, CellAddress at)
{
    public CellEdit Edit => edit;

    public CellAddress At => at;

    /// <summary>Whether the sheet has such a cell, perhaps a blank one; without, it is inserted.</summary>
    public bool IsThere { get; set; }

    public EditRefusal? Refusal { get; set; }
}
