namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The kind of input that a cell accepts in the form for corrections (入力の種類). It matches how the column is read.</summary>
public enum CellInputKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>Several texts, one per line.</summary>
    Lines,

    /// <summary>Exactly one of the allowed values.</summary>
    Choice,

    /// <summary>数値.</summary>
    Number,

    /// <summary>A number, 対象外, or text.</summary>
    Figure,

    /// <summary>年度.</summary>
    Year,

    /// <summary>年月.</summary>
    Month,

    /// <summary>管理番号, or blank.</summary>
    RecordNumber,
}
