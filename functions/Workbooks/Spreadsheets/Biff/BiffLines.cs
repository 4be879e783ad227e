using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Determines which rows and columns of a sheet are hidden, either by a flag or because their size is zero.</summary>
internal sealed class BiffLines(BiffReader reader, Budget budget)
{
    private const int HiddenRow = 0x20, HiddenRows = 0x02, HiddenColumns = 0x01;

    private readonly HiddenLines hidden = new();
    private readonly HashSet<int> described = [];
    private bool areOthersHidden;

    public void ReadRow()
    {
        budget.SpendCell();
        var row = reader.UInt16() + 1;
        described.Add(row);
        reader.Skip(4);
        var height = reader.UInt16();
        reader.Skip(4);
        // If a row has several records, the last one wins.
        if (height == 0 || (reader.UInt16() & HiddenRow) != 0)
            hidden.Rows.Add(row);
        else
            hidden.Rows.Remove(row);
    }

    /// <summary>Reads whether rows that have no ROW record are hidden.</summary>
    public void ReadDefaultRowHeight() => areOthersHidden = (reader.UInt16() & HiddenRows) != 0;

    public void ReadColumns()
    {
        var (first, last, width) = (reader.UInt16() + 1, reader.UInt16() + 1, reader.UInt16());
        reader.Skip(2);
        if (width > 0 && (reader.UInt16() & HiddenColumns) == 0)
            return;
        budget.SpendColumnFormat();
        hidden.AddColumns(first, last);
    }

    /// <param name="rows">The rows that have cells.</param>
    public HiddenLines Of(IEnumerable<SheetRow> rows)
    {
        if (areOthersHidden)
            hidden.Rows.UnionWith(rows.Select(r => r.Number).Where(r => !described.Contains(r)));
        return hidden;
    }
}
