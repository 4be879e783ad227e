using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Whether a sheet's comments can be changed at a bounded cost. Without, its marks are fills alone.</summary>
internal enum CommentRoom
{
    None,
    Enough,
}

/// <summary>Comments in the parts that a sheet has for them, or in new ones: the list and the shapes.</summary>
internal sealed class SheetComments(EditedPackage package, EditedBook book, EditedSheet sheet)
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string ShapesType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    // Twice what the 2,000 comments of an answer take.
    private const int LargestPart = 8 * 1024 * 1024;

    // The list, the shapes and the sheet's relations to them.
    private const int NewParts = 3;

    private readonly PartRelations relations = new(package, sheet.Path);

    private string? Path => relations.Read().FirstOrDefault(r => r.Type == "comments" && package.Had(r.Target))?.Target;

    public bool HoldOurs()
    {
        if (Path is not { } path || package.SizeOf(path) > LargestPart)
            return false;
        using var reader = package.OpenXml(path);
        var text = new XmlText(package.Budget);
        while (reader.Step(package.Budget))
        {
            if ((reader.IsAt("author") || reader.IsAt("t")) && CommentList.IsOurs(text.ReadElement(reader)))
                return true;
        }

        return false;
    }

    /// <param name="marks">By row and column.</param>
    /// <returns>With the id of the relation the sheet must get to its shapes; null when it has one.</returns>
    public (CommentRoom Room, string? Drawing) Replace(IReadOnlyList<CellMark> marks, SheetSurvey survey)
    {
        var (path, shapes) = (Path, ShapesOf(survey));
        if (marks.Count == 0 && !HoldOurs())
            return (CommentRoom.Enough, null);
        if (!package.HasRoomFor(path is null ? NewParts : 1) || !IsOurOwnAndSmall(path) || !IsOurOwnAndSmall(shapes))
            return (marks.Count == 0 ? CommentRoom.Enough : CommentRoom.None, null);
        var list = new CommentList(package.Edit(path ?? Begin()).Root!, book.Dialect);
        var before = list.Addresses();
        list.RemoveOurs();
        foreach (var mark in marks)
            list.Add(mark);
        return (CommentRoom.Enough, UpdateShapes(shapes, before, list.Addresses(), survey));
    }

    private string? ShapesOf(SheetSurvey survey) => relations.Read().FirstOrDefault(r => r.Id == survey.Drawing && package.Had(r.Target))?.Target;

    private bool IsOurOwnAndSmall(string? part) => part is null || (package.SizeOf(part) <= LargestPart && package.Claim(part));

    private string Begin()
    {
        var path = package.FreePath($"{book.Folder}comments", ".xml");
        package.EditOrAdd(path, () => book.Dialect.Translate(Element("comments", Element("authors"), Element("commentList"))));
        book.Types.Add(path, CommentsType);
        relations.Add(book.Dialect.TypeOf("comments"), path);
        return path;
    }

    private string? UpdateShapes(string? path, List<CellAddress> before, List<CellAddress> after, SheetSurvey survey)
    {
        var shapes = path is null ? null : CommentShapes.Parse(package.ReadText(path));
        var changed = (shapes ?? new CommentShapes()).Without(before.Except(after)).With(shapes is null ? after : after.Except(before), survey);
        var target = path ?? package.FreePath($"{book.Folder}drawings/vmlDrawing", ".vml");
        package.Write(target, stream => stream.Write(changed.ToBytes()));
        if (path is not null)
            return null;
        book.Types.AddExtension("vml", ShapesType);
        return relations.Add(book.Dialect.TypeOf("vmlDrawing"), target);
    }
}
