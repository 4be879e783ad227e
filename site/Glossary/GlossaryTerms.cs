using System.Buffers;

namespace KawasakiServerless.Site.Glossary;

/// <summary>The terms of the glossary. Finds the terms that occur in texts.</summary>
public sealed class GlossaryTerms
{
    // All spellings of all terms, grouped by their first character, the longest first.
    private readonly ILookup<char, (string Spelling, GlossaryTerm Term)> spellings;

    private readonly SearchValues<string> anySpelling;

    public GlossaryTerms(IEnumerable<GlossaryTerm> terms)
    {
        All = [.. terms.OrderBy(t => t.SortKey, StringComparer.Ordinal)];
        spellings = All.SelectMany(term => term.Also.Append(term.Term).Select(spelling => (Spelling: spelling, Term: term)))
            .OrderByDescending(one => one.Spelling.Length).ToLookup(one => one.Spelling[0]);
        anySpelling = SearchValues.Create([.. spellings.SelectMany(group => group).Select(one => one.Spelling)], StringComparison.Ordinal);
    }

    /// <summary>All terms, in kana order.</summary>
    public IReadOnlyList<GlossaryTerm> All { get; }

    /// <summary>
    /// The terms that occur in any of the texts, each once, in order of first occurrence. A term that occurs only within a longer term is
    /// not listed.
    /// </summary>
    public IReadOnlyList<GlossaryTerm> In(IEnumerable<string> texts) => [.. texts.SelectMany(InOne).Distinct()];

    // The terms in one text. An occurrence that ends no later than an earlier one is part of a longer term and is skipped: a text with 逆紹介率
    // does not need an explanation of 紹介率.
    private List<GlossaryTerm> InOne(string text)
    {
        List<GlossaryTerm> found = [];
        var end = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            foreach (var (spelling, term) in spellings[text[at]])
            {
                if (!text.AsSpan(at).StartsWith(spelling, StringComparison.Ordinal) || at + spelling.Length <= end)
                    continue;
                found.Add(term);
                end = at + spelling.Length;
            }
        }

        return found;
    }

    private int Next(string text, int from)
    {
        var offset = text.AsSpan(from).IndexOfAny(anySpelling);
        return offset < 0 ? -1 : from + offset;
    }
}
