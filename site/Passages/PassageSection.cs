using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>A heading of a document with what stands under it, in the order of the document: runs of passages of one kind, and sections.</summary>
public sealed class PassageSection(string heading, int level, string anchor)
{
    private readonly List<object> content = [];

    public string Heading => heading;

    /// <summary>1 for the document itself, 2 for its first headings. HTML knows no heading beyond 6.</summary>
    public int Level => level;

    public string Anchor => anchor;

    /// <summary><see cref="PassageRun"/>s and <see cref="PassageSection"/>s.</summary>
    public IReadOnlyList<object> Content => content;

    public IEnumerable<PassageSection> Sections => content.OfType<PassageSection>();

    public static PassageSection Of(ReportDocumentView document)
    {
        var root = new PassageSection(document.Code, 1, "");
        var open = new List<PassageSection> { root };
        var count = 0;
        foreach (var passage in document.Passages)
        {
            open.RemoveRange(Common(open, passage.Path) + 1, open.Count - Common(open, passage.Path) - 1);
            foreach (var name in passage.Path.Skip(open.Count - 1).ToList())
                open.Add(open[^1].Open(name, ++count));
            open[^1].Add(passage);
        }

        return root;
    }

    private static int Common(List<PassageSection> open, EquatableList<string> path) =>
        open.Skip(1).Zip(path).TakeWhile(pair => pair.First.Heading == pair.Second).Count();

    private PassageSection Open(string name, int number)
    {
        var section = new PassageSection(name, level + 1, $"s{Svg.Number(number)}");
        content.Add(section);
        return section;
    }

    private void Add(Passage passage)
    {
        if (content.LastOrDefault() is PassageRun run && run.Kind == passage.Kind)
            run.Add(passage);
        else
            content.Add(new PassageRun(passage));
    }
}

/// <summary>Neighbouring passages of one kind.</summary>
public sealed class PassageRun(Passage first)
{
    private readonly List<Passage> passages = [first];

    public PassageKind Kind => first.Kind;

    public IReadOnlyList<Passage> Passages => passages;

    internal void Add(Passage passage) => passages.Add(passage);
}
