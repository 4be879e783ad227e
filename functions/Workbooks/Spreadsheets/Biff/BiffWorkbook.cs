using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads the sheets of an .xls. A file in which two sheets share records is rejected.</summary>
internal static class BiffWorkbook
{
    public static IReadOnlyList<Sheet> ReadSheets(BiffReader reader, BiffGlobals globals, Budget budget)
    {
        var sheets = new Sheet[globals.Sheets.Count];
        var shapes = new BiffShapes(reader, globals.Text, budget);
        foreach (var (place, listed) in globals.Sheets.Index().OrderBy(s => s.Item.Offset))
        {
            // Shared records cannot be assigned to one sheet, and reading them again for every sheet would take time quadratic in the size
            // of the file.
            if (listed.Offset < reader.NextRecord)
                throw new InvalidDataException("Two sheets use the same records.");
            sheets[place] = new BiffSheet(reader, globals, shapes, budget).Read(listed);
        }

        return sheets;
    }
}
