using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 連携取組, in which each row is one collaboration.</summary>
internal static class CollaborationReader
{
    public static Collaboration? Read(TableRow row)
    {
        var (partners, name, outline, direction) = (row.Require(CollaborationSheet.Partners), row.Require(CollaborationSheet.Name),
            row.Require(CollaborationSheet.Outline), row.Require(CollaborationSheet.Direction));
        var id = row.Identify();
        return partners is null || name is null || outline is null || direction is null
            ? null
            : new(id, row.Source(), partners, name, outline, direction);
    }
}
