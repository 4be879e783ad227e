namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Why a file cannot be opened as a workbook.</summary>
internal enum SpreadsheetRefusal
{
    NotAWorkbook,

    /// <summary>The file can only be opened with a password.</summary>
    Encrypted,

    /// <summary>Two parts of the file have the same path, and programs differ in which of them they display.</summary>
    Ambiguous,
}
