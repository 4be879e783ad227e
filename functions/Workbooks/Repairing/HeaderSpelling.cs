using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Decides whether a header is without doubt a different spelling of a template header, such as 取り組み for 取組, 備考欄 for 備考 or 担当当部署 for
/// 担当部署.
/// </summary>
internal static class HeaderSpelling
{
    private static readonly string[] Endings = ["欄", "名", "等"];

    public static bool IsOf(TemplateColumn column, string header)
    {
        var folded = TemplateColumn.FoldHeader(header);
        return folded.Length > 0 && (IsWithKana(column.FoldedHeader, folded) || DiffersInEnding(column.FoldedHeader, folded)
            || TypingSlip.Is(folded, column.FoldedHeader));
    }

    private static bool DiffersInEnding(string column, string header) =>
        Array.Exists(Endings, e => column + e == header || header + e == column);

    private static bool IsWithKana(string column, string header) =>
        header != column && string.Concat(header.Where(c => c is not (>= 'ぁ' and <= 'ん'))) == column;
}
