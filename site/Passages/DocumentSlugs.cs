using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Passages;

/// <summary>
/// Assigns each document of the report the name of its folder in addresses, such as 1-1 for 資料1-1. The name consists of the ASCII
/// letters (in lower case), digits and hyphens of the document's code, so that it is the same in every year. If this name is empty, too
/// long or reserved, or another document already has it, the name is made from a hash of the code instead, such as document-5f3a9c01.
/// </summary>
internal sealed class DocumentSlugs
{
    private const string Made = "document-";
    private const int Longest = 40, Shortest = 8;

    // Windows does not allow these file names, and the `build` command writes the site to a folder that may be on Windows.
    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="code">The document's code. Each code must be passed only once, because a second call would find the name taken and
    /// return another.</param>
    public string Take(string code) =>
        Own(code) is { } own && taken.Add(own) ? own : Candidates(code).First(taken.Add);

    private static string? Own(string code)
    {
        var slug = string.Concat(code.Fold().ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
        return slug.Length is > 0 and <= Longest && !slug.StartsWith(Made, StringComparison.Ordinal) && !Devices.Contains(slug)
            ? slug
            : null;
    }

    // Names made of the first eight or more digits of the code's hash, the shortest first. Codes have different hashes, so at least one of
    // the names is not taken.
    private static IEnumerable<string> Candidates(string code)
    {
        var hash = Sha256.HexOf(code);
        return Enumerable.Range(Shortest, hash.Length - Shortest + 1).Select(length => Made + hash[..length]);
    }
}
