using System.Globalization;
using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>The comments of one sheet: the department's own stay, ours of an earlier answer go, ours of this one are added.</summary>
internal sealed class SheetComments(EditedPackage package, EditedBook book, EditedSheet sheet, SheetSurvey survey)
{
    private const string Author = "地域包括ケア報告の確認";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string ShapesType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    // Stands above what is appended to a department's own comment, so that it is found again.
    private const string Rule = "――――　確認の結果　――――";

    private const int LongestComment = 2_000;

    private readonly PartRelations relations = new(package, sheet.Path);

    public static bool HoldsOurs(EditedPackage package, EditedSheet sheet)
    {
        if (PathOf(package, sheet) is not { } path)
            return false;
        using var reader = package.OpenXml(path);
        var text = new XmlText(package.Budget);
        while (reader.Step(package.Budget))
        {
            if ((reader.IsAt("author") || reader.IsAt("t")) && text.ReadElement(reader).ToString() is var found && (found == Author || found.Contains(Rule, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <param name="marks">By row and column.</param>
    /// <returns>The id of the relation the sheet must get; null when it has one.</returns>
    public string? Replace(IReadOnlyList<CellMark> marks)
    {
        if (marks.Count == 0 && !HoldsOurs(package, sheet))
            return null;
        var root = package.Edit(PathOf(package, sheet) ?? Begin()).Root!;
        var before = AddressesOf(root);
        foreach (var comment in CommentsOf(root).ToList())
            Strip(comment, root);
        foreach (var mark in marks)
            Add(mark, root);
        return UpdateShapes(before, AddressesOf(root));
    }

    private static string? PathOf(EditedPackage package, EditedSheet sheet) =>
        new PartRelations(package, sheet.Path).Read().FirstOrDefault(r => r.Type == "comments" && package.Had(r.Target))?.Target;

    private string Begin()
    {
        var path = package.FreePath($"{book.Folder}comments{{0}}.xml");
        package.EditOrAdd(path, () => book.Dialect.Translate(Element("comments", Element("authors"), Element("commentList"))));
        book.Types.Add(path, CommentsType);
        relations.Add(book.Dialect.TypeOf("comments"), path);
        return path;
    }

    private static IEnumerable<XElement> CommentsOf(XElement root) => root.FirstCalled("commentList")?.Called("comment") ?? [];

    private static List<CellAddress> AddressesOf(XElement root) =>
        [.. CommentsOf(root).Select(c => CellAddress.TryParse((string?)c.Attribute("ref"), out var at) ? at : default).Where(a => a.Row > 0)];

    private static void Strip(XElement comment, XElement root)
    {
        var author = int.TryParse((string?)comment.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? root.FirstCalled("authors")?.Elements().ElementAtOrDefault(id)?.Value
            : null;
        if (author == Author)
            comment.Remove();
        else if (comment.Descendants().FirstOrDefault(t => t.Name.LocalName == "t" && t.Value.Contains(Rule, StringComparison.Ordinal)) is { } ours)
            CutFrom(ours);
    }

    private static void CutFrom(XElement text)
    {
        text.Value = text.Value[..text.Value.IndexOf(Rule, StringComparison.Ordinal)].TrimEnd('\n');
        text.Parent?.ElementsAfterSelf().Where(e => e.Name.LocalName == "r").Remove();
    }

    private void Add(CellMark mark, XElement root)
    {
        var there = CommentsOf(root).FirstOrDefault(c => CellAddress.TryParse((string?)c.Attribute("ref"), out var at) && at == mark.Address);
        if (there?.FirstCalled("text") is { } text)
        {
            Loosen(text);
            text.Add(Translated(Runs(mark, $"\n\n{Rule}\n")));
            return;
        }

        var list = root.FirstCalled("commentList") ?? throw new InvalidDataException("The comments have no list.");
        list.Add(Translated([Element("comment", Attribute("ref", mark.Address), Attribute("authorId", AuthorIn(root)), Element("text", Runs(mark, "")))]));
    }

    // A text without runs cannot be followed by any.
    private void Loosen(XElement text)
    {
        if (text.FirstCalled("t") is not { } plain)
            return;
        plain.Remove();
        text.AddFirst(new XElement(book.Dialect.Name("r"), plain));
    }

    private int AuthorIn(XElement root)
    {
        var authors = root.FirstCalled("authors") ?? throw new InvalidDataException("The comments have no authors.");
        var index = authors.Elements().ToList().FindIndex(a => a.Value == Author);
        if (index >= 0)
            return index;
        authors.Add(new XElement(book.Dialect.Name("author"), Author));
        return authors.Elements().Count() - 1;
    }

    private IEnumerable<XElement> Translated(IEnumerable<XElement> elements) => elements.Select(book.Dialect.Translate);

    private static IEnumerable<XElement> Runs(CellMark mark, string before)
    {
        foreach (var (index, problem) in mark.Problems.Index())
        {
            yield return Run($"{(index == 0 ? before : "\n\n")}【{FindingsSheet.NameOf(problem.Severity)}】{Cut(problem.Message)}\n", isBold: true);
            yield return Run(Cut(string.Join('\n', problem.RemedyLines())), isBold: false);
        }
    }

    private static XElement Run(string text, bool isBold) => Element(
        "r",
        Element(
            "rPr",
            isBold ? Element("b") : null,
            Element("sz", Attribute("val", 10)),
            Element("color", Attribute("rgb", "FF1F2933")),
            Element("rFont", Attribute("val", "游ゴシック")),
            Element("family", Attribute("val", 3)),
            Element("charset", Attribute("val", 128))),
        Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Escapes.Encode(text)));

    private static string Cut(string text) => PlainText.Of(text) is { Length: > LongestComment } plain ? plain[..LongestComment] + "…" : PlainText.Of(text);

    private string? UpdateShapes(List<CellAddress> before, List<CellAddress> after)
    {
        var path = relations.Read().FirstOrDefault(r => r.Id == survey.Drawing && package.Had(r.Target))?.Target;
        var shapes = path is null ? null : CommentShapes.Parse(package.ReadBytes(path));
        var changed = (shapes ?? new CommentShapes()).Without(before.Except(after)).With(shapes is null ? after : after.Except(before), survey);
        var target = path ?? package.FreePath($"{book.Folder}drawings/vmlDrawing{{0}}.vml");
        package.Write(target, stream => stream.Write(changed.ToBytes()));
        if (path is not null)
            return null;
        book.Types.AddExtension("vml", ShapesType);
        return relations.Add(book.Dialect.TypeOf("vmlDrawing"), target);
    }
}
