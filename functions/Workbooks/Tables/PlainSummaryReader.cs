using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet やさしい日本語, in which each row is one paragraph of a summary.</summary>
internal static class PlainSummaryReader
{
    public static PlainSummary? Read(TableRow row)
    {
        var (page, text) = (row.Require(PlainSummarySheet.Page), row.Require(PlainSummarySheet.Text));
        var id = row.Identify();
        return page is null || text is null ? null : new(id, row.Source(), page, text);
    }
}
