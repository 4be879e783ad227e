using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Glossary;
using KawasakiServerless.Site.Projects;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.TextPages;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site;

/// <summary>
/// The texts that a municipality writes, read from the input folder of its content: pages, glossary, search words, topics, etc.
/// </summary>
internal sealed record SiteTexts(IReadOnlyList<TextPage> Pages, GlossaryTerms Glossary, SearchVocabulary Vocabulary,
    IReadOnlyList<Topic> Topics, IReadOnlyList<Project> Projects, ContactText Contact)
{
    public static SiteTexts Read(ContentFolders folders, ICollection<ContentProblem> problems) => new(
        TextPageFile.ReadAll(folders, problems),
        folders.ReadInput(GlossaryFile.Name, problems) is { } glossary ? GlossaryFile.Read(glossary, problems) : new([]),
        folders.ReadInput(VocabularyFile.Name, problems) is { } vocabulary
            ? VocabularyFile.Read(vocabulary, problems)
            : SearchVocabulary.None,
        TopicFile.ReadAll(folders, problems),
        ProjectFile.Read(folders, problems),
        ContactText.Read(folders, problems));
}
