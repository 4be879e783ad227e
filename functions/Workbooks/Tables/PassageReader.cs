using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 本文, in which each row is one passage.</summary>
internal static class PassageReader
{
    public static Passage? Read(TableRow row)
    {
        var (document, kind, text) = (row.Require(PassageSheet.Document), row.Require(PassageSheet.Kind), row.Require(PassageSheet.Text));
        var path = row.Value(PassageSheet.Path) ?? [];
        return document is null || kind is null || text is null ? null : new(row.Draft, row.Source(), document, path, kind.Value, text);
    }
}
