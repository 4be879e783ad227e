namespace KawasakiServerless.Workbooks.Layout;

/// <summary>What kind of input a cell takes (入力の種類), as the reader reads its column.</summary>
public enum CellInputKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>Texts, one on each line.</summary>
    Lines,

    /// <summary>One of a list and nothing else.</summary>
    Choice,

    /// <summary>数値.</summary>
    Number,

    /// <summary>A number, 対象外, or words.</summary>
    Figure,

    /// <summary>年度.</summary>
    Year,

    /// <summary>年月.</summary>
    Month,

    /// <summary>管理番号, or nothing.</summary>
    RecordNumber,
}
