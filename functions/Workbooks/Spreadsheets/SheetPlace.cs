namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <param name="Index">Zero-based position among the sheets of the workbook.</param>
internal sealed record SheetPlace(int Index, string Name);
