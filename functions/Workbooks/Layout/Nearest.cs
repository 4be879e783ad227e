using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Suggests the name that was probably intended: the candidate with the smallest edit distance, if it is close enough.</summary>
internal static class Nearest
{
    // Slip is the number of wrong characters that are taken for a typing error: two, because swapping two digits makes two wrong characters
    // (平成92年度 for 平成29年度).
    private const int LongestTyped = 40, Slip = 2;

    /// <param name="folded">The input, normalized by Fold.</param>
    /// <param name="candidates">The names to compare with, normalized by Fold, each with the text to suggest.</param>
    /// <returns>The text to suggest; null when no candidate is close enough.</returns>
    public static string? Of(string folded, IEnumerable<(string Folded, string Suggestion)> candidates) =>
        folded.Length is 0 or > LongestTyped ? null : candidates
            .Where(c => Math.Abs(c.Folded.Length - folded.Length) <= LongestTyped && HaveSameDigits(folded, c.Folded))
            .Select(c => (c.Suggestion, Distance: Distance(folded, c.Folded), Part: PartOf(folded, c.Folded),
                Length: Math.Max(folded.Length, c.Folded.Length)))
            .Where(c => c.Part is not null || c.Distance <= c.Length * 2 / 5)
            .OrderBy(c => Math.Min(c.Distance, c.Part ?? c.Distance)).ThenBy(c => c.Length)
            .Select(c => c.Suggestion)
            .FirstOrDefault();

    /// <param name="typed">The input, not normalized.</param>
    /// <param name="names">The allowed names.</param>
    /// <returns>The name to suggest; null when none is close enough.</returns>
    public static string? Among(IEnumerable<string> names, string typed) =>
        Of(TemplateColumn.FoldHeader(typed), names.Select(n => (TemplateColumn.FoldHeader(n), n)));

    /// <summary>
    /// Returns the department whose name is most similar to the whole text or, if no name is similar enough, the department whose name
    /// differs from the beginning of the text by one wrong, missing or extra character. Null if there is no such department either.
    /// </summary>
    public static string? DepartmentOf(string folded, Register register)
    {
        var names = register.Departments.SelectMany(d => d.FoldedNames(), (d, name) => (Folded: name, Suggestion: d.Name)).ToList();
        return Of(folded, names) ?? names
            .Where(n => n.Folded.Length >= 4)
            .Select(n => (n.Suggestion, Distance: DistanceOfBeginning(folded, n.Folded)))
            .Where(n => n.Distance == 1)
            .Select(n => n.Suggestion)
            .FirstOrDefault();
    }

    /// <summary>
    /// Whether a header is probably a shortened, extended or misspelt form of a column's header, such as 取り組み for 取組 or 備考欄 for 備考.
    /// </summary>
    public static bool IsLike(string column, string header) => header.Length <= LongestTyped && (
        (column.Length > 3 * Slip && Distance(column, header) <= Slip)
        || (column.Length > 1 && header.Length <= column.Length + Slip && header.Where(column.Contains).SequenceEqual(column))
        || (header.Length > 1 && (column.Contains(header, StringComparison.Ordinal)
            || (column.Length > 1 && header.StartsWith(column, StringComparison.Ordinal)))));

    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }

    private static int DistanceOfBeginning(string text, string name) =>
        Enumerable.Range(name.Length - 1, 3).Where(n => n <= text.Length).Select(n => Distance(text[..n], name))
            .DefaultIfEmpty(int.MaxValue).Min();

    // The distance for a partial match: 1 if the input is contained in the name, 2 if the name is contained in the input. The latter is
    // less certain: for example, 視点1＞高齢施策 contains the name 視点1 but does not mean it.
    private static int? PartOf(string typed, string name) => (typed.Length, name.Length) switch
    {
        ( < 2, _) or (_, < 2) => null,
        _ when name.Contains(typed, StringComparison.Ordinal) => 1,
        _ when typed.Contains(name, StringComparison.Ordinal) => 2,
        _ => null,
    };

    // Digits must be equal, because a different digit has another meaning and is not a typing error: for example, 視点9 must not suggest 視点1.
    private static bool HaveSameDigits(string a, string b) => a.Where(char.IsAsciiDigit).SequenceEqual(b.Where(char.IsAsciiDigit));
}
