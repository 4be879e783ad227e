using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Search;

/// <summary>Reads the search vocabulary from the front matter of input/search.md.</summary>
internal static class VocabularyFile
{
    public const string Name = "search.md";

    // What a question word can ask for. The search scripts distinguish these categories.
    private static readonly string[] Asks = ["meaning", "figure", "trend", "other"];

    public static SearchVocabulary Read(ContentText file, ICollection<ContentProblem> problems)
    {
        if (MarkdownFile.Read(file, problems) is not { FrontMatter: var fields })
            return SearchVocabulary.None;
        var vocabulary = new SearchVocabulary(TermsOf(fields), QuestionsOf(fields.Group("questions")), fields.Texts("particles"));
        fields.RefuseOthers();
        return vocabulary;
    }

    private static List<SearchTerm> TermsOf(YamlFields fields)
    {
        var (terms, known) = (new List<SearchTerm>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in fields.Records("terms"))
        {
            var term = new SearchTerm(entry.Required("term"), entry.Required("reading"), entry.Texts("others"));
            entry.RefuseOthers();
            if (term.Term.Length > 0 && !known.Add(SearchText.Fold(term.Term)))
                entry.Report("term", $"{term.Term} occurs twice.");
            if (term.Reading.Length > 0 && !term.Reading.All(c => c is (>= 'ぁ' and <= 'ゖ') or 'ー'))
                entry.Report("reading", $"The reading {term.Reading} must be written in hiragana.");
            terms.Add(term);
        }

        return terms;
    }

    private static SortedDictionary<string, IReadOnlyList<string>> QuestionsOf(YamlFields? group)
    {
        var questions = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var asks in Asks)
            questions[asks] = group?.Texts(asks) ?? [];
        group?.RefuseOthers();
        return questions;
    }
}
