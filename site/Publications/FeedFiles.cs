using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Publications;

/// <summary>
/// Writes the Atom feeds (RFC 4287) of the whole site, of each viewpoint and of each ward. The ids of feeds and entries do not contain the
/// site's address, so that they stay the same when the site moves to another address.
/// </summary>
internal static class FeedFiles
{
    private const int MostEntries = 30, MostItems = 30, MostCharacters = 120;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Xhtml = "http://www.w3.org/1999/xhtml";

    public static IEnumerable<SiteFile> Of(SiteView site) => site.History is { Publications: [.., var first] } history
        ? FeedSubject.All(site).Select(subject => File(subject, new(Atom + "feed", Content(subject, history, first, site))))
        : [];

    private static IEnumerable<object> Content(FeedSubject subject, HistoryView history, PublishedChanges first, SiteView site)
    {
        List<PublishedChanges> publications = [.. history.Publications.Where(subject.IsAbout).Take(MostEntries)];
        return
        [
            new XAttribute(XNamespace.Xml + "lang", "ja"),
            Element("id", Id(first.Key, subject.Feed.Href)),
            Element("title", $"{site.Settings.Municipality} {site.Settings.Subject} {subject.Feed.Text}"),
            Element("updated", Time((publications.FirstOrDefault() ?? first).PublishedAt)),
            new XElement(
                Atom + "author", Element("name", site.Newest.Report.Register.PublisherName + site.Newest.Report.Register.ContactName)),
            LinkTo("self", "application/atom+xml", site.Options.Address, subject.Feed.Href),
            LinkTo("alternate", "text/html", site.Options.Address, subject.Page),
            .. publications.Select(publication => Entry(subject, publication, site)),
        ];
    }

    private static XElement Entry(FeedSubject subject, PublishedChanges publication, SiteView site) => new(
        Atom + "entry",
        Element("id", Id(publication.Key, $"{subject.Feed.Href} {publication.Number}")),
        Element("title", $"{publication.Title(
            )}：{string.Join('、', publication.Years.Select(y => TallyOf(subject, y)).Where(t => t.Length > 0))}"),
        Element("published", Time(publication.PublishedAt)),
        Element("updated", Time(publication.PublishedAt)),
        LinkTo("alternate", "text/html", site.Options.Address, Links.To(publication).Href),
        new XElement(Atom + "content", new XAttribute("type", "xhtml"),
            new XElement(Xhtml + "div", publication.Years.SelectMany(y => ContentOf(subject, y)))));

    private static string TallyOf(FeedSubject subject, Changes year) => (year with { Records = [.. subject.RecordsOf(year)] }).Tally();

    private static IEnumerable<XElement> ContentOf(FeedSubject subject, Changes year)
    {
        if (year.IsFirst)
            return [new(Xhtml + "p", $"{year.Tally(
                )}しました。{string.Join('、', year.Counts.Words().Select(c => $"{c.Word}{Texts.Format(c.Count)}件"))}。")];
        List<RecordChange> records = [.. subject.RecordsOf(year)];
        var list = new XElement(Xhtml + "ul", records.Take(MostItems).Select(Item));
        return records.Count switch
        {
            0 => [],
            > MostItems => [list, new(Xhtml + "p", $"ほか{Texts.Format(records.Count - MostItems)}件")],
            _ => [list],
        };
    }

    private static XElement Item(RecordChange record) => new(
        Xhtml + "li",
        $"{record.Change.Word()} {record.Kind.Word()} ",
        Isolated(record.Title),
        record.Change == ChangeKind.Changed ? new XElement(Xhtml + "ul", record.Fields.Select(f => new XElement(
            Xhtml + "li", $"{f.Name(record.Kind)}：", Isolated(f.Before.Words()), " → ", Isolated(f.After.Words())))) : null);

    private static XElement Isolated(string text) => new(Xhtml + "bdi", Readable(Texts.Shorten(text, MostCharacters)));

    private static XElement Element(string name, string text) => new(Atom + name, Readable(text));

    private static XElement LinkTo(string rel, string type, Uri address, string path) =>
        new(Atom + "link", new XAttribute("rel", rel), new XAttribute("type", type),
            new XAttribute("href", new Uri(address, path).AbsoluteUri));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // An id for a feed or an entry: a UUID of version 8 (RFC 9562) made of a hash. The hash covers a publication's key, which identifies
    // the published content, and the name of the feed or entry. For a feed, the publication is the first one of the site.
    private static string Id(string key, string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{what}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    // Replaces characters that XML cannot represent, such as control characters and unpaired surrogates, by U+FFFD.
    private static string Readable(string text) =>
        string.Concat(
            text.EnumerateRunes().Select(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value) ? r.ToString() : "\uFFFD"));

    private static SiteFile File(FeedSubject subject, XElement feed)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            feed.Save(writer);
        bytes.WriteByte((byte)'\n');
        return new(subject.Feed.Href[1..], "application/atom+xml; charset=utf-8", CacheRules.Short, bytes.ToArray());
    }
}
