using System.Runtime.InteropServices;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>A site, part of which was rendered now, and the rest kept since an earlier site that passed the gates.</summary>
public sealed class SiteToCheck
{
    private readonly IReadOnlyCollection<FileFacts> rendered;
    private readonly IReadOnlyCollection<string> kept;
    private readonly IReadOnlyDictionary<string, EquatableList<string>> earlier;
    private readonly Dictionary<string, FileFacts> files;
    private readonly HashSet<string> paths;
    private readonly List<FileFacts> pages;

    // Most links stand on many pages.
    private readonly Dictionary<string, LinkTarget?> targets = new(StringComparer.Ordinal);

    /// <param name="rendered">What was rendered, and of what is kept whatever was looked at again.</param>
    /// <param name="kept">Paths of the rest.</param>
    /// <param name="earlier">Every file of the earlier site, with what pages linked to: places in it, and "" for the whole.</param>
    public SiteToCheck(IReadOnlyCollection<FileFacts> rendered, IReadOnlyCollection<string> kept, IReadOnlyDictionary<string,
        EquatableList<string>> earlier)
    {
        (this.rendered, this.kept, this.earlier) = (rendered, kept, earlier);
        files = rendered.ToDictionary(f => f.Path, StringComparer.Ordinal);
        paths = files.Keys.Concat(kept).ToHashSet(StringComparer.Ordinal);
        pages = [.. rendered.Where(f => f.Page is not null).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    internal IEnumerable<FileFacts> Looked => rendered;

    /// <summary>A site of which everything was rendered.</summary>
    public static SiteToCheck Of(IReadOnlyCollection<FileFacts> rendered) =>
        new(rendered, [], new Dictionary<string, EquatableList<string>>(StringComparer.Ordinal));

    /// <summary>
    /// The kept pages that must be looked at again. None as a rule: a page that is kept breaks only when something it may link to is gone.
    /// Where anything is gone, all of them; where a page links to a place in a kept page to which nothing linked before, that one.
    /// </summary>
    public IReadOnlyCollection<string> Unsettled() => earlier.Any(IsGone)
        ? [.. kept.Where(IsPage)]
        : [.. Links.Where(l => !files.ContainsKey(l.Target.File) && paths.Contains(l.Target.File) && !HasAnchor(l.Target))
            .Select(l => l.Target.File).Where(IsPage).Distinct()];

    public SiteToCheck With(IReadOnlyCollection<FileFacts> lookedAt) =>
        new([.. rendered, .. lookedAt], [.. kept.Except(lookedAt.Select(f => f.Path), StringComparer.Ordinal)], earlier);

    /// <summary>
    /// What of each file is linked to, for the next time: by what was looked at now, and what may still be by what was not.
    /// </summary>
    public ILookup<string, string> Linked()
    {
        var now = Links.Select(l => (l.Target.File, Anchor: l.Target.Anchor ?? ""));
        var before = kept.Any(IsPage) ? earlier.SelectMany(f => f.Value.Select(anchor => (File: f.Key, Anchor: anchor))) : [];
        return now.Concat(before).Distinct().OrderBy(a => a.Anchor, StringComparer.Ordinal)
            .ToLookup(a => a.File, a => a.Anchor, StringComparer.Ordinal);
    }

    internal IEnumerable<string> BrokenLinks() =>
        Links.Where(l => !paths.Contains(l.Target.File) || !HasAnchor(l.Target))
            .Select(l => $"{l.Page} links to {l.Href}, which is not there.");

    internal int RecordsIn(string table) => files.GetValueOrDefault(table)?.Records ?? 0;

    // There are some hundred thousand of them; as a list they would fill the memory.
    private IEnumerable<PageLink> Links =>
        pages.SelectMany(p => p.Page!.Links.Select(href => new PageLink(p.Path, href, TargetOf(p.Path, href)!)))
            .Where(l => l.Target is not null);

    private LinkTarget? TargetOf(string page, string href)
    {
        if (!href.StartsWith('/'))
            return LinkTarget.Of(page, href);
        if (!targets.TryGetValue(href, out var target))
            targets[href] = target = LinkTarget.Of(page, href);
        return target;
    }

    private bool HasAnchor(LinkTarget target) => target.Anchor is null || (files.TryGetValue(target.File, out var file)
        ? file.Page?.HasAnchor(target.Anchor) == true
        : earlier.TryGetValue(target.File, out var known) && known.Contains(target.Anchor));

    // What nothing linked to may go.
    private bool IsGone(KeyValuePair<string, EquatableList<string>> before) => before.Value.Any(anchor =>
        !paths.Contains(before.Key)
            || (anchor.Length > 0 && files.TryGetValue(before.Key, out var now) && now.Page?.HasAnchor(anchor) != true));

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PageLink(string Page, string Href, LinkTarget Target);
}
