using System.Runtime.InteropServices;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>
/// A site that SiteGate checks before publication. Some of its files were just rendered; the other files are kept, that is, reused
/// unchanged from an earlier site that passed the checks. A kept file is scanned again only if it may link to an address that no longer
/// exists, or if a new page links to an anchor in it.
/// </summary>
public sealed class SiteToCheck
{
    private readonly IReadOnlyCollection<FileFacts> rendered;
    private readonly IReadOnlyCollection<string> kept;
    private readonly IReadOnlyDictionary<string, EquatableList<string>> earlier;
    private readonly Dictionary<string, FileFacts> files;
    private readonly HashSet<string> paths;
    private readonly List<FileFacts> pages;

    // Caches the parsed target of each link that begins with a slash, because most of these links occur on many pages.
    private readonly Dictionary<string, LinkTarget?> targets = new(StringComparer.Ordinal);

    /// <param name="rendered">The files whose bytes were scanned: those just rendered, and those reused from the earlier site that had to
    /// be scanned again (see Unsettled).</param>
    /// <param name="kept">The paths of the other files that are reused from the earlier site.</param>
    /// <param name="earlier">For every file of the earlier site, the anchors in the file to which pages linked. The empty string means
    /// that a page linked to the file itself.</param>
    public SiteToCheck(IReadOnlyCollection<FileFacts> rendered, IReadOnlyCollection<string> kept, IReadOnlyDictionary<string,
        EquatableList<string>> earlier)
    {
        (this.rendered, this.kept, this.earlier) = (rendered, kept, earlier);
        files = rendered.ToDictionary(f => f.Path, StringComparer.Ordinal);
        paths = files.Keys.Concat(kept).ToHashSet(StringComparer.Ordinal);
        pages = [.. rendered.Where(f => f.Page is not null).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    internal IEnumerable<FileFacts> Looked => rendered;

    /// <summary>Creates a site of which every file was just rendered and none is reused from an earlier site.</summary>
    public static SiteToCheck Of(IReadOnlyCollection<FileFacts> rendered) =>
        new(rendered, [], new Dictionary<string, EquatableList<string>>(StringComparer.Ordinal));

    /// <summary>
    /// The kept pages (those reused from the earlier site) that must be checked again; usually none, because a link of a kept page breaks
    /// only if its target is gone. If any target is gone, all kept pages must be checked. If a rendered page links to an anchor of a kept
    /// page that no page linked to before, that kept page must be checked, because only linked anchors are recorded.
    /// </summary>
    public IReadOnlyCollection<string> Unsettled() => earlier.Any(IsGone)
        ? [.. kept.Where(IsPage)]
        : [.. Links.Where(l => !files.ContainsKey(l.Target.File) && paths.Contains(l.Target.File) && !HasAnchor(l.Target))
            .Select(l => l.Target.File).Where(IsPage).Distinct()];

    public SiteToCheck With(IReadOnlyCollection<FileFacts> lookedAt) =>
        new([.. rendered, .. lookedAt], [.. kept.Except(lookedAt.Select(f => f.Path), StringComparer.Ordinal)], earlier);

    /// <summary>
    /// For each file, the anchors that pages link to. The publication's manifest stores these anchors, and the next publication passes them
    /// to the constructor as the parameter earlier. The result contains the targets of all links on the pages that are checked now. If some
    /// pages are not checked, it also contains all earlier targets, because the unchecked pages may still link to them.
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
            .Select(l => $"{l.Page} links to {l.Href}, which does not exist.");

    internal int RecordsIn(string table) => files.GetValueOrDefault(table)?.Records ?? 0;

    // The links are enumerated anew each time: there are several hundred thousand, and a list of all would exhaust the memory.
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

    // Whether a page of the earlier site linked to this file, or to an anchor in it, and the target of that link no longer exists. Files
    // and anchors without links do not matter.
    private bool IsGone(KeyValuePair<string, EquatableList<string>> before) => before.Value.Any(anchor =>
        !paths.Contains(before.Key)
            || (anchor.Length > 0 && files.TryGetValue(before.Key, out var now) && now.Page?.HasAnchor(anchor) != true));

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PageLink(string Page, string Href, LinkTarget Target);
}
