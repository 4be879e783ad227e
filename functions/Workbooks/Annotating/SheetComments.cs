using KawasakiServerless.Workbooks.Writing;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Whether a sheet's comments can be changed within the limits. If not, its cells are marked only by their fill.</summary>
internal enum CommentCapacity
{
    None,

    /// <summary>
    /// All marked cells got a comment, but some of them have a thread of comments, and current versions of Excel display only the thread.
    /// </summary>
    BehindThreads,
    Enough,
}

/// <summary>
/// Writes the comments of a sheet, which consist of two parts (the texts and the shapes), into the sheet's existing parts or into new ones.
/// </summary>
internal sealed class SheetComments(EditedPackage package, EditedBook book, EditedSheet sheet)
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string ShapesType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    // The maximum size of a part that is loaded: twice the size of 2,000 comments, the most that an annotation adds.
    private const int LargestPart = 8 * 1024 * 1024;

    // The number of ASCII characters in a line of a comment's box.
    private const int CharactersInLine = 44;

    // The parts that a sheet without comments may need: the comments, the shapes and the sheet's relations.
    private const int NewParts = 3;

    private readonly PartRelations relations = new(package, sheet.Path);

    private CommentSurvey? survey;

    public bool HoldOurs() => Survey().HoldsOurs;

    /// <param name="marks">The cells that get a comment, ordered by row and column.</param>
    /// <returns>The outcome, and the id of a relation that must be written into the sheet so that it refers to the shapes. The id is null
    /// when the sheet already refers to them or its comments are unchanged.</returns>
    public (CommentCapacity Room, string? Drawing) Replace(IReadOnlyList<CellMark> marks, SheetSurvey sheetSurvey)
    {
        if (marks.Count == 0 && !HoldOurs())
            return (CommentCapacity.Enough, null);
        var (path, shapes) = (Survey().Path, ShapesOf(sheetSurvey));
        if (!HasRoom(Survey()) || !CanChange(shapes))
            return (marks.Count == 0 ? CommentCapacity.Enough : CommentCapacity.None, null);
        var list = new CommentList(package.Edit(path ?? Begin()).Root!, book.Dialect);
        var before = list.Addresses();
        list.RemoveOurs();
        foreach (var mark in marks)
            list.Add(mark);
        var capacity = list.HasExtendedThread ? CommentCapacity.BehindThreads : CommentCapacity.Enough;
        return (capacity, UpdateShapes(shapes, before, list, sheetSurvey));
    }

    private CommentSurvey Survey() => survey ??= CommentSurvey.Of(
        package, relations.Read().FirstOrDefault(r => r.Type == "comments" && package.Had(r.Target))?.Target, LargestPart);

    private string? ShapesOf(SheetSurvey of) => relations.Read().FirstOrDefault(r => r.Id == of.Drawing && package.Had(r.Target))?.Target;

    // The comments may use at most half of the nodes that remain in the budget; the rest is reserved for other parts.
    private bool HasRoom(CommentSurvey there) =>
        package.HasRoomFor(there.Path is null ? NewParts : 1) && package.Budget.HasRoomForNodes(2 * there.Nodes);

    private bool CanChange(string? part) => part is null || (package.SizeOf(part) <= LargestPart && package.Claim(part));

    // The height in pixels of a box in which the text is visible; three points are four pixels.
    private static int HeightOf(string text) => (int)(RowHeights.Of([(Content.Of(text), CharactersInLine)]) * 4 / 3);

    private string Begin()
    {
        var path = package.FreePath($"{book.Folder}comments", ".xml");
        package.EditOrAdd(path, () => book.Dialect.Translate(Element("comments", Element("authors"), Element("commentList"))));
        book.Types.Add(path, CommentsType);
        relations.Add(book.Dialect.TypeOf("comments"), path);
        return path;
    }

    private string? UpdateShapes(string? path, List<CellAddress> before, CommentList list, SheetSurvey of)
    {
        var after = list.Addresses();
        var shapes = path is null ? null : CommentShapes.Parse(package.ReadText(path));
        var changed = (shapes ?? new CommentShapes()).Without(before.Except(after))
            .Enlarged(list.Extended.ToDictionary(e => e.Key, e => HeightOf(e.Value)), of)
            .With(shapes is null ? after : after.Except(before), of);
        var target = path ?? package.FreePath($"{book.Folder}drawings/vmlDrawing", ".vml");
        package.Write(target, stream => stream.Write(changed.ToBytes()));
        if (path is not null)
            return null;
        book.Types.AddExtension("vml", ShapesType);
        return relations.Add(book.Dialect.TypeOf("vmlDrawing"), target);
    }
}
