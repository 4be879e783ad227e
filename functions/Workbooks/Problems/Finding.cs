using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>What is wrong and how to correct it, without the location; <see cref="At"/> adds the location.</summary>
internal sealed record Finding(ProblemKind Kind, string Message, string Remedy)
{
    /// <summary>
    /// Whether the finding concerns only the location and not the content. The content is then not quoted, so that the findings on cells
    /// with different contents can be merged into one problem.
    /// </summary>
    public bool IsAboutPlace { get; init; }

    /// <summary>
    /// The remedy for figures that were read from running text. It differs where <see cref="Remedy"/> mentions columns, which a text does
    /// not have; null when it is the same.
    /// </summary>
    public string? RemedyInText { get; init; }

    /// <summary>
    /// Other cells on the same sheet that belong to the finding, such as the cell with the text that contradicts a figure, or the cells of
    /// the figures that a total adds up.
    /// </summary>
    public IReadOnlyList<CellAddress> Also { get; init; } = [];

    public Problem At(string? sheet, string? cell, string? found) =>
        new(Kind.Code, Kind.Severity, sheet, cell, found, Message, Remedy) { AsksForConfirmation = Kind.AsksForConfirmation };
}
