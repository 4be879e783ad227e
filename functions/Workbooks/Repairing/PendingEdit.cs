namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>An edit at the cell that holds the value: for merged cells, the upper left one.</summary>
internal sealed class PendingEdit(CellEdit edit, CellAddress at)
{
    public CellEdit Edit => edit;

    public CellAddress At => at;

    /// <summary>Whether the sheet has an element for the cell, even a blank one; if not, it is inserted.</summary>
    public bool IsThere { get; set; }

    public EditRefusal? Refusal { get; set; }
}
