using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.TextPages;

namespace KawasakiServerless.Site.Contacts;

/// <summary>
/// The municipality's own text above the list of contacts, read from input/contact.md. The contacts themselves are stored in the register.
/// </summary>
/// <param name="Lead">The sentence below the title; null for none.</param>
internal sealed record ContactText(string? Lead, MarkdownText Text)
{
    private const string Name = "contact.md";

    // The anchors in ContactPage.razor.
    private static readonly string[] Sections = ["general", "report", "wards", "bureaus"];

    public static ContactText None { get; } = new(null, MarkdownText.Empty);

    /// <summary>Reads contact.md; returns None if the optional file does not exist or its front matter cannot be read.</summary>
    public static ContactText Read(ContentFolders folders, ICollection<ContentProblem> problems)
    {
        if (!folders.HasInput(Name) || folders.ReadInput(Name, problems) is not { } file
            || MarkdownFile.Read(file, problems) is not { } markdown)
            return None;
        var reader = new MarkdownReader(markdown.Body, new([], TextValues.Names), problems) { AnchorsOfPage = Sections };
        var text = new ContactText(markdown.FrontMatter.Optional("lead"), reader.Read());
        markdown.FrontMatter.RefuseOthers();
        return text;
    }
}
