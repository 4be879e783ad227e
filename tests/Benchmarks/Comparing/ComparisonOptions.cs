using System.Globalization;

namespace KawasakiServerless.Benchmarks;

/// <summary>Which rows of the table of results are measured. docs/performance.md is written only if all rows are.</summary>
/// <param name="Only">The names of the parts to measure; all parts if empty.</param>
/// <param name="Sizes">The sizes of the synthetic reports, as numbers of initiatives.</param>
internal sealed record ComparisonOptions(bool AsJson, IReadOnlyList<string> Only, IReadOnlyList<int> Sizes)
{
    public const string Usage = "compare [--json] [--only building|publishing|starting|checking] [--initiatives N]";

    private static readonly int[] AllSizes = [1_000, 3_000, 10_000];

    public bool IsAll => Only.Count == 0 && Sizes.SequenceEqual(AllSizes);

    /// <summary>The size that is used where only one size is measured.</summary>
    public int Largest => Sizes.Max();

    /// <returns>Null if the arguments are invalid.</returns>
    public static ComparisonOptions? Of(IReadOnlyList<string> arguments)
    {
        var options = new ComparisonOptions(false, [], AllSizes);
        for (var i = 0; i < arguments.Count && options is not null; i++)
        {
            options = (arguments[i], arguments.ElementAtOrDefault(i + 1)) switch
            {
                ("--json", _) => options with { AsJson = true },
                ("--only", { } name) when Measures.Names.Contains(name) && ++i > 0 => options with { Only = [.. options.Only, name] },
                ("--initiatives", { } number) when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
                    && ++i > 0 =>
                    options with { Sizes = [n] },
                _ => null,
            };
        }

        return options;
    }
}
