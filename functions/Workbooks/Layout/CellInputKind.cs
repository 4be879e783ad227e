namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The kind of input that a cell accepts in the web form in which staff correct single cells (入力の種類). It corresponds to the kind of value
/// that the reader expects in the cell's column.
/// </summary>
public enum CellInputKind
{
    /// <summary>A text (文字).</summary>
    Text,

    /// <summary>Several texts, one per line.</summary>
    Lines,

    /// <summary>Exactly one of the allowed values.</summary>
    Choice,

    /// <summary>A number (数値).</summary>
    Number,

    /// <summary>A number, 対象外 (not applicable), or a text.</summary>
    Figure,

    /// <summary>A fiscal year (年度).</summary>
    Year,

    /// <summary>A year and a month (年月).</summary>
    Month,

    /// <summary>The id of a record (管理番号), or blank for a new record.</summary>
    RecordNumber,
}
