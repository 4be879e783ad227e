using System.Runtime.CompilerServices;

namespace KawasakiServerless.Site.Glossary;

/// <summary>The terms of a site, and where they occur in texts.</summary>
public sealed class GlossaryTerms
{
    // A cache, because the same text occurs on many pages.
    private readonly ConditionalWeakTable<string, IReadOnlyList<GlossaryTerm>> found = [];

    // For each term, the longer terms that contain it.
    private readonly Dictionary<string, List<string>> longer;

    public GlossaryTerms(IEnumerable<GlossaryTerm> terms)
    {
        All = [.. terms.OrderBy(t => t.SortKey, StringComparer.Ordinal)];
        List<string> written = [.. All.SelectMany(t => t.Also.Append(t.Term)).Distinct(StringComparer.Ordinal)];
        longer = written.ToDictionary(
            one => one, one => written.Where(other => other.Length > one.Length && other.Contains(one, StringComparison.Ordinal)).ToList(),
            StringComparer.Ordinal);
    }

    /// <summary>All terms, in kana order.</summary>
    public IReadOnlyList<GlossaryTerm> All { get; }

    /// <summary>
    /// The terms that occur in any of the texts, each once, in order of first occurrence. A term that occurs only within a longer term is
    /// not listed.
    /// </summary>
    public IReadOnlyList<GlossaryTerm> In(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => found.GetValue(text, InOne)).Distinct()];

    private IReadOnlyList<GlossaryTerm> InOne(string text) =>
    [
        .. All.Select(term => (Term: term, At: FirstIn(text, term))).Where(match => match.At >= 0)
            .OrderBy(match => match.At).ThenByDescending(match => match.Term.Term.Length).Select(match => match.Term),
    ];

    private int FirstIn(string text, GlossaryTerm term) =>
        term.Also.Append(term.Term).Select(written => FreeIndexOf(text, written)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    // Skips occurrences within longer terms: 逆紹介率 must not produce an explanation of 紹介率.
    private int FreeIndexOf(string text, string written)
    {
        for (
            var at = text.IndexOf(written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            if (!longer[written].Exists(other => Covers(text, other, at)))
                return at;
        }

        return -1;
    }

    private static bool Covers(string text, string longer, int at)
    {
        var from = Math.Max(0, at - longer.Length + 1);
        var length = Math.Min(text.Length - from, (2 * longer.Length) - 1);
        return text.IndexOf(longer, from, length, StringComparison.Ordinal) is >= 0 and var found && found <= at;
    }
}
