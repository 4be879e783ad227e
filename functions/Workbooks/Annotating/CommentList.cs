using System.Globalization;
using System.Xml.Linq;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// The comments of one sheet. Keeps the department's own comments, removes those that were added when an earlier version of the workbook
/// was annotated, and adds the new ones.
/// </summary>
internal sealed class CommentList(XElement root, Dialect dialect)
{
    private const string Author = "地域包括ケア報告の確認";

    // The line between a department's own comment and the text about problems that is appended when the workbook is annotated. A later
    // annotation removes the line and everything after it.
    private const string Rule = "――――　確認の結果　――――";

    // Excel stores a thread of comments in a part of its own, and in this list a comment for older versions of Excel, whose author begins
    // with this text.
    private const string Thread = "tc=";

    private readonly Dictionary<CellAddress, string> extended = [];
    private Dictionary<CellAddress, XElement>? byAddress;
    private List<bool>? threads;
    private string? authorId;

    /// <summary>The whole texts of the department's own comments to which text about problems was appended.</summary>
    public IReadOnlyDictionary<CellAddress, string> Extended => extended;

    /// <summary>
    /// Whether text about problems was appended to the comment for older versions of Excel that belongs to a thread. Current versions
    /// display only the thread.
    /// </summary>
    public bool HasExtendedThread { get; private set; }

    private IEnumerable<XElement> Comments => root.FirstCalled("commentList")?.Called("comment") ?? [];

    /// <summary>
    /// Whether a text from the comments shows that an earlier annotation wrote some of them: the text is the name of the author that
    /// annotations use, or contains the line that they append to a department's own comment.
    /// </summary>
    public static bool IsOurs(ReadOnlySpan<char> text) => text.SequenceEqual(Author) || text.Contains(Rule, StringComparison.Ordinal);

    public List<CellAddress> Addresses() => [.. Comments.Select(AddressOf).Where(a => a.Row > 0)];

    public void RemoveOurs()
    {
        var authors = Authors(a => a == Author);
        root.FirstCalled("commentList")?.RemoveAll(c => c.Name.LocalName == "comment" && IsBy(c, authors));
        foreach (var comment in Comments)
            Strip(comment);
    }

    public void Add(CellMark mark)
    {
        byAddress ??= Comments.DistinctBy(AddressOf).ToDictionary(AddressOf);
        if (byAddress.GetValueOrDefault(mark.Address) is { } own)
        {
            var text = TextOf(own);
            Append(CommentText.Runs(mark, $"\n\n{Rule}\n"), text);
            extended[mark.Address] = string.Concat(text.Called("r").Select(r => r.Value));
            HasExtendedThread |= IsBy(own, threads ??= Authors(a => a.StartsWith(Thread, StringComparison.Ordinal)));
            return;
        }

        var list = root.FirstCalled("commentList") ?? throw new InvalidDataException("The comments have no list.");
        list.Add(dialect.Translate(Element(
            "comment", Attribute("ref", mark.Address), Attribute("authorId", authorId ??= FindAuthor()),
            Element("text", CommentText.Runs(mark, "")))));
    }

    // The schema requires a text, but some programs omit an empty one.
    private XElement TextOf(XElement comment)
    {
        if (comment.FirstCalled("text") is { } text)
            return text;
        text = new(dialect.Name("text"));
        comment.AddFirst(text);
        return text;
    }

    // The runs must precede the phonetic guides (elements <rPh> and <phoneticPr>).
    private void Append(IEnumerable<XElement> runs, XElement text)
    {
        Loosen(text);
        if (text.Called("r").LastOrDefault() is { } last)
            last.AddAfterSelf(Translated(runs));
        else
            text.AddFirst(Translated(runs));
    }

    private List<bool> Authors(Func<string, bool> which) =>
        root.FirstCalled("authors")?.Elements().Select(a => which(a.Value)).ToList() ?? [];

    private static CellAddress AddressOf(XElement comment) =>
        CellAddress.TryParse((string?)comment.Attribute("ref"), out var at) ? at : default;

    private static bool IsBy(XElement comment, List<bool> authors) =>
        int.TryParse((string?)comment.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && authors.ElementAtOrDefault(id);

    private static void Strip(XElement comment)
    {
        if (comment.Descendants().FirstOrDefault(t => t.Name.LocalName == "t" && t.Value.Contains(Rule, StringComparison.Ordinal))
            is not { } ours)
            return;
        ours.Value = ours.Value[..ours.Value.IndexOf(Rule, StringComparison.Ordinal)].TrimEnd('\n');
        if (ours.Parent is not { Parent: { } text } run)
            return;
        var after = run.ElementsAfterSelf().Where(e => e.Name.LocalName == "r").ToHashSet();
        text.RemoveAll(after.Contains);
    }

    // Wraps the comment's plain text (element <t>) in a run (element <r>), because a comment must not contain runs after plain text.
    private void Loosen(XElement text)
    {
        if (text.FirstCalled("t") is not { } plain)
            return;
        plain.Remove();
        text.AddFirst(new XElement(dialect.Name("r"), plain));
    }

    private string FindAuthor()
    {
        var authors = root.FirstCalled("authors") ?? throw new InvalidDataException("The comments have no authors.");
        var all = authors.Elements().ToList();
        var index = all.FindIndex(a => a.Value == Author);
        if (index < 0)
            authors.Add(new XElement(dialect.Name("author"), Author));
        return (index < 0 ? all.Count : index).ToString(CultureInfo.InvariantCulture);
    }

    private IEnumerable<XElement> Translated(IEnumerable<XElement> elements) => elements.Select(dialect.Translate);
}
