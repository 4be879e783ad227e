using System.Runtime.InteropServices;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>A site of which a part was rendered now; the rest is kept from an earlier site that passed the gates.</summary>
public sealed class SiteToCheck
{
    private readonly IReadOnlyCollection<FileFacts> rendered;
    private readonly IReadOnlyCollection<string> kept;
    private readonly IReadOnlyDictionary<string, EquatableList<string>> earlier;
    private readonly Dictionary<string, FileFacts> files;
    private readonly HashSet<string> paths;
    private readonly List<FileFacts> pages;

    // A cache, because most links occur on many pages.
    private readonly Dictionary<string, LinkTarget?> targets = new(StringComparer.Ordinal);

    /// <param name="rendered">The files that were rendered, and the kept files that were checked again.</param>
    /// <param name="kept">The paths of the other kept files.</param>
    /// <param name="earlier">Every file of the earlier site with the anchors that pages linked to; "" stands for a link to the whole
    /// file.</param>
    public SiteToCheck(IReadOnlyCollection<FileFacts> rendered, IReadOnlyCollection<string> kept, IReadOnlyDictionary<string,
        EquatableList<string>> earlier)
    {
        (this.rendered, this.kept, this.earlier) = (rendered, kept, earlier);
        files = rendered.ToDictionary(f => f.Path, StringComparer.Ordinal);
        paths = files.Keys.Concat(kept).ToHashSet(StringComparer.Ordinal);
        pages = [.. rendered.Where(f => f.Page is not null).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    internal IEnumerable<FileFacts> Looked => rendered;

    /// <summary>A site that was rendered completely.</summary>
    public static SiteToCheck Of(IReadOnlyCollection<FileFacts> rendered) =>
        new(rendered, [], new Dictionary<string, EquatableList<string>>(StringComparer.Ordinal));

    /// <summary>
    /// The kept pages that must be checked again; usually none, because a kept page breaks only when a link target is gone. If any target
    /// is gone, all kept pages must be checked. If a page links to an anchor of a kept page that had no links before, only that kept page
    /// must be checked.
    /// </summary>
    public IReadOnlyCollection<string> Unsettled() => earlier.Any(IsGone)
        ? [.. kept.Where(IsPage)]
        : [.. Links.Where(l => !files.ContainsKey(l.Target.File) && paths.Contains(l.Target.File) && !HasAnchor(l.Target))
            .Select(l => l.Target.File).Where(IsPage).Distinct()];

    public SiteToCheck With(IReadOnlyCollection<FileFacts> lookedAt) =>
        new([.. rendered, .. lookedAt], [.. kept.Except(lookedAt.Select(f => f.Path), StringComparer.Ordinal)], earlier);

    /// <summary>
    /// The link targets in each file, for the next run: the targets of all pages checked now, and the earlier targets to which unchecked
    /// pages may still link.
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

    // Enumerated lazily: there are some hundred thousand links, and a list of them would exhaust the memory.
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

    // A file or anchor without links may disappear.
    private bool IsGone(KeyValuePair<string, EquatableList<string>> before) => before.Value.Any(anchor =>
        !paths.Contains(before.Key)
            || (anchor.Length > 0 && files.TryGetValue(before.Key, out var now) && now.Page?.HasAnchor(anchor) != true));

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PageLink(string Page, string Href, LinkTarget Target);
}
