using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>What must be known of a sheet's comments before they are loaded.</summary>
/// <param name="Path">Null when there are none.</param>
/// <param name="HoldsOurs">Whether some are of an earlier answer.</param>
/// <param name="Nodes">Elements, attributes and texts, as nearly as can be told.</param>
internal sealed record CommentSurvey(string? Path, bool HoldsOurs, int Nodes)
{
    /// <param name="path">Null when the sheet has no comments.</param>
    /// <param name="largest">A part of more bytes is not looked into, nor one that belongs to another sheet; it counts as too many
    /// nodes.</param>
    public static CommentSurvey Of(EditedPackage package, string? path, int largest)
    {
        if (path is null)
            return new(path, false, 0);
        if (package.SizeOf(path) > largest || !package.Claim(path))
            return new(path, false, WorkbookLimits.DocumentNodes);
        using var reader = package.OpenXml(path);
        var (text, holdsOurs, nodes) = (new XmlText(package.Budget), false, 0);
        while (reader.Step(package.Budget))
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.IsAt("author") || reader.IsAt("t"))
                holdsOurs |= CommentList.IsOurs(text.ReadElement(reader));
        }

        return new(path, holdsOurs, nodes);
    }
}
