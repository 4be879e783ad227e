using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads an .xls (BIFF5 to BIFF8) into the same classes as an .xlsx. The document properties are not read.</summary>
internal static class OldWorkbook
{
    private static readonly DocumentProperties NoProperties = new(null, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Returns the workbook, or the reason why it cannot be read.</summary>
    public static (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Read(ReadOnlyMemory<byte> content, Budget budget)
    {
        try
        {
            var file = new CompoundFile(content);
            var stream = file.Find("Workbook") ?? file.Find("Book");
            return stream is null ? (null, SpreadsheetRefusal.NotAWorkbook) : Read(file, stream, budget);
        }
        catch (InvalidDataException) when (budget.Exceeded is null)
        {
            return (null, SpreadsheetRefusal.NotAWorkbook);
        }
    }

    private static (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Read(CompoundFile file, byte[] stream, Budget budget)
    {
        var reader = new BiffReader(stream, budget);
        var globals = BiffGlobals.Read(reader, budget);
        if (globals.FilePass is { } filePass)
            return EncryptedStream.TryDecrypt(stream, filePass) is { } plain
                ? Read(file, plain, budget)
                : (null, SpreadsheetRefusal.Encrypted);
        var hasMacros = globals.HasMacros || file.Has("_VBA_PROJECT");
        return (new(BiffWorkbook.ReadSheets(reader, globals, budget), NoProperties) { HasMacros = hasMacros, IsOld = true }, null);
    }
}
