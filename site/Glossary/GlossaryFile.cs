using System.Text.RegularExpressions;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Glossary;

/// <summary>Reads the glossary's terms from the front matter of input/glossary.md.</summary>
internal static partial class GlossaryFile
{
    public const string Name = "glossary.md";

    public static GlossaryTerms Read(ContentText file, ICollection<ContentProblem> problems)
    {
        if (MarkdownFile.Read(file, problems) is not { } markdown)
            return new([]);
        var (terms, codes) = (new List<GlossaryTerm>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var fields in markdown.FrontMatter.Records("terms"))
        {
            var term = TermOf(fields);
            if (term.Code.Length > 0 && !codes.Add(term.Code))
                fields.Report("code", $"The code {term.Code} occurs twice.");
            terms.Add(term);
        }

        markdown.FrontMatter.RefuseOthers();
        return problems.Count == 0 ? new(terms) : new([]);
    }

    private static GlossaryTerm TermOf(YamlFields fields)
    {
        var term = new GlossaryTerm(
            fields.Required("code"), fields.Required("term"), fields.Required("reading"), fields.Required("english"),
            [.. fields.Texts("also")], fields.Required("meaning"));
        fields.RefuseOthers();
        if (term.Code.Length > 0 && !Code().IsMatch(term.Code))
            fields.Report("code", $"The code {term.Code} may contain only lower-case letters and hyphens.");
        if (term.Reading.Length > 0 && !GlossaryTerm.IsReading(term.Reading))
            fields.Report("reading", $"The reading {term.Reading} must begin with kana.");
        return term;
    }

    [GeneratedRegex("^[a-z][a-z-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
