using System.Diagnostics.CodeAnalysis;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Glossary;
using KawasakiServerless.Site.Projects;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.TextPages;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site;

/// <summary>
/// The content that a municipality writes for its site in addition to the report: settings, texts and a theme, read from files.
/// </summary>
public sealed class SiteContent
{
    private static readonly Lazy<SiteContent> Read = new(() => Load(ContentFolders.Shipped));

    private SiteContent(ContentSettings settings, SiteTexts texts, Theme theme, AssetNaming naming)
    {
        (Settings, Theme, Texts) = (settings, theme, texts);
        Assets = new(theme, naming);
        Fingerprint = Rendering.Inputs.Fingerprint.Of(
            settings, texts.Pages, texts.Glossary.All, texts.Vocabulary, texts.Topics, texts.Projects, texts.Contact, Assets.Paths);
    }

    /// <summary>The content that is shipped with the program.</summary>
    public static SiteContent Shipped => Read.Value;

    public ContentSettings Settings { get; }

    public Theme Theme { get; }

    /// <summary>A hash of all content that pages may show. If it changes, some pages may have to be rendered again.</summary>
    public string Fingerprint { get; }

    internal SiteAssets Assets { get; }

    internal GlossaryTerms Glossary => Texts.Glossary;

    internal SearchVocabulary Vocabulary => Texts.Vocabulary;

    internal IReadOnlyList<TextPage> Pages => Texts.Pages;

    internal ContactText Contact => Texts.Contact;

    internal IReadOnlyList<Project> Projects => Texts.Projects;

    internal IReadOnlyList<Topic> Topics => Texts.Topics;

    /// <summary>
    /// Links to the text pages that only this municipality has (all except /about/ and /accessibility/), for the footer of every page.
    /// </summary>
    internal IEnumerable<Link> OtherPages => Pages.Where(p => p.Name is not (TextPage.About or TextPage.Accessibility)).Select(p => p.Link);

    private SiteTexts Texts { get; }

    /// <exception cref="ContentException">The content has problems; the message names the file and line of each.</exception>
    public static SiteContent Load(ContentFolders folders) =>
        TryLoad(folders, AssetNaming.ByContent, out var content, out var problems) ? content : throw new ContentException(problems);

    public static bool TryLoad(
        ContentFolders folders, AssetNaming naming, [NotNullWhen(true)] out SiteContent? content,
        out IReadOnlyList<ContentProblem> problems)
    {
        List<ContentProblem> found = [];
        var settings = folders.ReadSettings(found) is { } text ? ContentSettings.Read(text, found) : null;
        var texts = SiteTexts.Read(folders, found);
        var theme = folders.ReadTheme(found);
        problems = found;
        content = found.Count == 0 && settings is not null ? new(settings, texts, theme, naming) : null;
        return content is not null;
    }
}
