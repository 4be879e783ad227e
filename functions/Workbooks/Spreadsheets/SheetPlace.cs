namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <param name="Index">The zero-based position of the sheet in the workbook.</param>
internal sealed record SheetPlace(int Index, string Name);
