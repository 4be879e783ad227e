namespace KawasakiServerless.Workbooks;

/// <param name="Index">Its place among the sheets of the workbook.</param>
internal sealed record SheetPlace(int Index, string Name);
