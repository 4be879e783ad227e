using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// What a first pass over a sheet's comments found. <see cref="SheetComments"/> uses it to decide whether to load the comments for editing.
/// </summary>
/// <param name="Path">Path of the part with the comments; null when the sheet has none.</param>
/// <param name="HoldsOurs">Whether some of the comments were added when an earlier version of the workbook was annotated.</param>
/// <param name="Nodes">The approximate number of elements, attributes and texts in the part.</param>
internal sealed record CommentSurvey(string? Path, bool HoldsOurs, int Nodes)
{
    /// <param name="path">Path of the part with the comments; null when the sheet has none.</param>
    /// <param name="largest">The maximum size of the part in bytes. A larger part, or one that another sheet also uses, is not read; its
    /// number of nodes is given as the limit for the whole workbook, so that the caller leaves the part unchanged.</param>
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
