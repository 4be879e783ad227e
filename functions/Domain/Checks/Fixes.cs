namespace KawasakiServerless.Domain;

/// <summary>What of a check can be mended in the portal (ここで直す・まとめて直す).</summary>
/// <param name="Cells">How many cells have an input.</param>
/// <param name="Repairs">For how many cells the right value is certain.</param>
/// <param name="Places">Where the findings on single cells have their inputs.</param>
public sealed record Fixes(int Cells, int Repairs, EquatableList<FixPlace> Places)
{
    public static Fixes None { get; } = new(0, 0, []);

    /// <returns>The <see cref="CellName.Key"/> of the cell in which a finding is mended; null when it is mended in Excel alone.</returns>
    public string? KeyOf(Problem problem) => Places.FirstOrDefault(p => p.Sheet == problem.Sheet && p.Cells == problem.Cell)?.Key;
}

/// <param name="Cells">As the finding names them: B9, B10.</param>
/// <param name="Key">Of the first of them that has an input.</param>
public sealed record FixPlace(string Sheet, string Cells, string Key);
