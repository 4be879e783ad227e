using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Facts about a sheet's comments that are needed before they are loaded.</summary>
/// <param name="Path">Null when there are none.</param>
/// <param name="HoldsOurs">Whether some comments are from an earlier annotation.</param>
/// <param name="Nodes">The approximate number of elements, attributes and texts.</param>
internal sealed record CommentSurvey(string? Path, bool HoldsOurs, int Nodes)
{
    /// <param name="path">Null when the sheet has no comments.</param>
    /// <param name="largest">The maximum size in bytes. A larger part, or one that belongs to another sheet, is not read and counts as
    /// having too many nodes.</param>
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
