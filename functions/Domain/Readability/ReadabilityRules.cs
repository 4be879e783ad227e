using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>The rules of machine readability (機械可読性), read from `Rules.csv`.</summary>
public static class ReadabilityRules
{
    public const int Levels = 3;

    private static readonly Dictionary<string, ReadabilityRule> ById = Read().ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>All rules, sorted by level and number.</summary>
    public static IReadOnlyList<ReadabilityRule> All { get; } = [.. ById.Values];

    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static ReadabilityRule Of(string id) => ById[id];

    private static IEnumerable<ReadabilityRule> Read()
    {
        using var stream = typeof(ReadabilityRules).Assembly.GetManifestResourceStream("KawasakiServerless.Domain.Readability.Rules.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return Of(line.Split(','));
    }

    // No field contains a comma, so no CSV quoting is needed.
    private static ReadabilityRule Of(string[] fields) => new(
        fields[0],
        Number(fields[1]),
        Enum.Parse<ReadabilityScope>(fields[2], ignoreCase: true),
        Enum.Parse<ReadabilitySeverity>(fields[3], ignoreCase: true),
        Number(fields[4]),
        fields[5],
        fields[6],
        fields[7]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
