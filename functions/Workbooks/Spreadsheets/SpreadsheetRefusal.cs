namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Why a file cannot be opened as a workbook.</summary>
internal enum SpreadsheetRefusal
{
    NotAWorkbook,

    /// <summary>The file is protected by a password.</summary>
    Encrypted,

    /// <summary>Two parts have the same name, and programs differ in which one they show.</summary>
    Ambiguous,
}
