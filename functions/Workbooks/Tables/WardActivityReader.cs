using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 区の取組, in which each row is one ward activity.</summary>
internal static class WardActivityReader
{
    public static WardActivity? Read(TableRow row)
    {
        var (place, text) = (row.Require(WardActivitySheet.Ward), row.Require(WardActivitySheet.Text));
        var (year, category, heading) = (
            row.Value(WardActivitySheet.Year), row.Value(WardActivitySheet.Category), row.Value(WardActivitySheet.Heading));
        var id = row.Identify();
        if (place is not null && row.Context.Department is { IsWard: true } department && place.Ward != department.Code)
            row.Report(WardActivitySheet.Ward, Findings.OtherWard(department));
        return place is null || text is null ? null : new(id, row.Source(), place.Ward, year, category, heading, text);
    }
}
