using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>A finding in a cell (指摘).</summary>
/// <param name="Code">Stable, listed in docs/datasets/problems.md: required.</param>
/// <param name="Sheet">Null when the workbook as a whole is meant.</param>
/// <param name="Cell">B5, a range, or a list of them; null when the sheet as a whole is meant.</param>
/// <param name="Found">What stands there; null for nothing.</param>
/// <param name="Message">What is wrong, in polite Japanese.</param>
/// <param name="Remedy">What to do, with an example.</param>
public sealed record Problem(string Code, Severity Severity, string? Sheet, string? Cell, string? Found, string Message, string Remedy)
{
    private const string Example = "例：";

    /// <summary>
    /// 確認してください: a warning that staff confirm, with a reason if they like. False in what was stored before there were such.
    /// </summary>
    public bool AsksForConfirmation { get; init; }

    /// <summary>
    /// The 管理番号 of the records that a warning which asks is about, with spaces between; null for every other problem, where no record has
    /// the cells, and before the records have their identities.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Records { get; init; }

    /// <summary>What to do, and on a line of its own the example, for whoever reads it on paper or on a screen.</summary>
    public IReadOnlyList<string> RemedyLines() =>
        Remedy.LastIndexOf($"。{Example}", StringComparison.Ordinal) is >= 0 and var at
            ? [Remedy[..(at + 1)], Remedy[(at + 1)..]]
            : [Remedy];
}
