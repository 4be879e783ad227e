using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// Assigns each document its part of the address, which is the same in every year: 1-1 for 資料1-1. If the code yields none, or another
/// document already has it, the part is derived from a hash of the code: document-5f3a9c01.
/// </summary>
internal sealed class DocumentSlugs
{
    private const string Made = "document-";
    private const int Longest = 40, Shortest = 8;

    // Windows reserves these file names, and a site can also be built into a folder.
    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="code">Each code must be passed only once.</param>
    public string Take(string code) =>
        Own(code) is { } own && taken.Add(own) ? own : Candidates(code).First(taken.Add);

    private static string? Own(string code)
    {
        var slug = string.Concat(code.Fold().ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
        return slug.Length is > 0 and <= Longest && !slug.StartsWith(Made, StringComparison.Ordinal) && !Devices.Contains(slug)
            ? slug
            : null;
    }

    // Different codes have different hashes; a longer prefix is used only where another document already has the shorter one.
    private static IEnumerable<string> Candidates(string code)
    {
        var hash = Sha256.HexOf(code);
        return Enumerable.Range(Shortest, hash.Length - Shortest + 1).Select(length => Made + hash[..length]);
    }
}
