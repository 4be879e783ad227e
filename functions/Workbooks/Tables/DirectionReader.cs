using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 課題と方向性, in which each row is one direction.</summary>
internal static class DirectionReader
{
    public static Direction? Read(TableRow row)
    {
        var (viewpoint, area, text) = (
            row.Require(SharedColumns.Viewpoint), row.Require(SharedColumns.PolicyArea), row.Require(DirectionSheet.Text));
        var (id, divisions) = (row.Identify(), row.Value(SharedColumns.Divisions) ?? []);
        return viewpoint is { } number && area is not null && text is not null
            ? new(id, row.Source(), number, area, divisions, text)
            : null;
    }
}
