namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <param name="Index">Its place among the sheets of the workbook.</param>
internal sealed record SheetPlace(int Index, string Name);
