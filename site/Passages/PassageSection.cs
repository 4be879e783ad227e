using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Passages;

/// <summary>A heading of a document, with the passages and subsections below it in the order of the document.</summary>
public sealed class PassageSection(string heading, int level, string anchor)
{
    private readonly List<PassagePart> parts = [];

    public string Heading => heading;

    /// <summary>
    /// 1 for the document itself, 2 for its top-level headings, and so on. Levels above 6 are rendered as h6, the lowest in HTML.
    /// </summary>
    public int Level => level;

    public string Anchor => anchor;

    public IReadOnlyList<PassagePart> Parts => parts;

    public IEnumerable<PassageSection> Sections => parts.Select(p => p.Section).OfType<PassageSection>();

    public static PassageSection Of(ReportDocumentView document)
    {
        var root = new PassageSection(document.Code, 1, "");
        var open = new List<PassageSection> { root };
        var count = 0;
        foreach (var passage in document.Passages)
        {
            var kept = 1 + open.Skip(1).Zip(passage.Path).TakeWhile(pair => pair.First.Heading == pair.Second).Count();
            open.RemoveRange(kept, open.Count - kept);
            foreach (var name in passage.Path.Skip(kept - 1))
                open.Add(open[^1].Open(name, ++count));
            open[^1].Add(passage);
        }

        return root;
    }

    private PassageSection Open(string name, int number)
    {
        var section = new PassageSection(name, level + 1, $"s{Svg.Number(number)}");
        OpenPart().Section = section;
        return section;
    }

    private void Add(Passage passage) => OpenPart().Add(passage);

    private PassagePart OpenPart()
    {
        if (parts.Count == 0 || parts[^1].Section is not null)
            parts.Add(new());
        return parts[^1];
    }
}

/// <summary>
/// A part of a section: consecutive passages, and the subsection after them. Section is null for passages that no subsection follows.
/// </summary>
public sealed class PassagePart
{
    private readonly List<PassageRun> runs = [];

    public IReadOnlyList<PassageRun> Runs => runs;

    public PassageSection? Section { get; internal set; }

    public IEnumerable<Passage> Passages => runs.SelectMany(r => r.Passages);

    internal void Add(Passage passage)
    {
        if (runs.Count == 0 || runs[^1].Kind != passage.Kind)
            runs.Add(new(passage.Kind));
        runs[^1].Add(passage);
    }
}

/// <summary>Consecutive passages of the same kind, which are rendered together, for example as one list.</summary>
public sealed class PassageRun(PassageKind kind)
{
    private readonly List<Passage> passages = [];

    public PassageKind Kind => kind;

    public IReadOnlyList<Passage> Passages => passages;

    internal void Add(Passage passage) => passages.Add(passage);
}
