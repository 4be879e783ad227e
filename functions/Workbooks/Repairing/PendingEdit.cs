namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>An edit and the cell to which the value is written: for merged cells, the upper left one.</summary>
internal sealed class PendingEdit(CellEdit edit, CellAddress at)
{
    public CellEdit Edit => edit;

    public CellAddress At => at;

    /// <summary>
    /// Whether the sheet's XML contains an element for the cell. If it does not, an element is inserted, unless the edit makes the cell
    /// blank.
    /// </summary>
    public bool IsThere { get; set; }

    public EditRefusal? Refusal { get; set; }
}
