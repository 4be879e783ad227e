using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>A finding about a cell, a sheet or a workbook (指摘).</summary>
/// <param name="Code">A stable code such as required; docs/datasets/problems.md lists all codes.</param>
/// <param name="Sheet">The sheet; null if the problem concerns the workbook as a whole.</param>
/// <param name="Cell">A cell such as B5, a range such as B9–B12, or a list of cells and ranges; null if the problem concerns the sheet as a
/// whole.</param>
/// <param name="Found">What was found, for quotation: normally the beginning of the cell's text. Null if the cell is blank or if the
/// problem is not about what it contains.</param>
/// <param name="Message">The error, in polite Japanese.</param>
/// <param name="Remedy">How to correct it, with an example.</param>
public sealed record Problem(string Code, Severity Severity, string? Sheet, string? Cell, string? Found, string Message, string Remedy)
{
    private const string Example = "例：";

    /// <summary>
    /// Whether this is a warning that staff must confirm (確認してください); they may give a reason when they do. False for problems that were
    /// stored before this property existed.
    /// </summary>
    public bool AsksForConfirmation { get; init; }

    /// <summary>
    /// The ids (管理番号) of the records that a warning concerns, separated by spaces. The records are looked up for at most 200 cells; if the
    /// problem has more, the number of the other cells follows the ids, such as +12. Null if the problem does not ask for confirmation, if
    /// no record was read from its cells, or as long as the records have no permanent ids.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Records { get; init; }

    /// <summary>Returns the remedy, with its example on a separate line; only one line if it does not end with an example.</summary>
    public IReadOnlyList<string> RemedyLines() =>
        Remedy.LastIndexOf($"。{Example}", StringComparison.Ordinal) is >= 0 and var at
            ? [Remedy[..(at + 1)], Remedy[(at + 1)..]]
            : [Remedy];
}
