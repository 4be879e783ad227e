using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads each sheet of an .xls once; sheets that overlap in the file are rejected.</summary>
internal static class BiffWorkbook
{
    public static IReadOnlyList<Sheet> ReadSheets(BiffReader reader, BiffGlobals globals, Budget budget)
    {
        var sheets = new Sheet[globals.Sheets.Count];
        var shapes = new BiffShapes(reader, globals.Text, budget);
        foreach (var (place, listed) in globals.Sheets.Index().OrderBy(s => s.Item.Offset))
        {
            // If sheets share records, their owner is unknown, and reading the records for every sheet would take time quadratic in the
            // file size.
            if (listed.Offset < reader.NextRecord)
                throw new InvalidDataException("Two sheets lie on the same records.");
            sheets[place] = new BiffSheet(reader, globals, shapes, budget).Read(listed);
        }

        return sheets;
    }
}
