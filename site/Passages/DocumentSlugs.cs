using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// Gives each document the part of its address that is its own. A document keeps it from year to year: 1-1 of 資料1-1; and where the code
/// gives none, or another document has it, one that is made of the code alone, document-5f3a9c01.
/// </summary>
internal sealed class DocumentSlugs
{
    private const string Made = "document-";
    private const int Longest = 40, Shortest = 8;

    // Windows keeps files of these names to itself, and a site is also built into a folder.
    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="code">Each only once.</param>
    public string Take(string code) =>
        Own(code) is { } own && taken.Add(own) ? own : Candidates(code).First(taken.Add);

    private static string? Own(string code)
    {
        var slug = string.Concat(code.Fold().ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
        return slug.Length is > 0 and <= Longest && !slug.StartsWith(Made, StringComparison.Ordinal) && !Devices.Contains(slug)
            ? slug
            : null;
    }

    // Of different codes no two have the same hash; its beginning is longer only where that of another is the same.
    private static IEnumerable<string> Candidates(string code)
    {
        var hash = Sha256.HexOf(code);
        return Enumerable.Range(Shortest, hash.Length - Shortest + 1).Select(length => Made + hash[..length]);
    }
}
