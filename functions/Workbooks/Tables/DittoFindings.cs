using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Selects the finding that says as what a ditto mark was read.</summary>
internal static class DittoFindings
{
    /// <param name="meant">The text of the cell that the mark means.</param>
    public static Finding Of(DittoMark mark, string column, string meant) => mark switch
    {
        DittoMark.Above => TextFindings.Ditto(column, meant),
        DittoMark.Left => TextFindings.DittoBeside(column, "左の欄", meant),
        DittoMark.Right => TextFindings.DittoBeside(column, "右の欄", meant),
        DittoMark.LastYear => TextFindings.DittoBeside(column, "前の年度", meant),
    };
}
