using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads the sheets of an .xls, each once and none over another.</summary>
internal static class BiffWorkbook
{
    public static IReadOnlyList<Sheet> ReadSheets(BiffReader reader, BiffGlobals globals, Budget budget)
    {
        var sheets = new Sheet[globals.Sheets.Count];
        var shapes = new BiffShapes(reader, globals.Text, budget);
        foreach (var (place, listed) in globals.Sheets.Index().OrderBy(s => s.Item.Offset))
        {
            // Where sheets share records, none can be told to own them, and reading them for each takes the square of the file's size.
            if (listed.Offset < reader.NextRecord)
                throw new InvalidDataException("Two sheets lie on the same records.");
            sheets[place] = new BiffSheet(reader, globals, shapes, budget).Read(listed);
        }

        return sheets;
    }
}
