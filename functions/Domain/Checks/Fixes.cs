namespace KawasakiServerless.Domain;

/// <summary>The corrections to a checked workbook that can be made in the portal (ここで直す・まとめて直す).</summary>
/// <param name="Cells">The number of cells for which the portal shows an input field.</param>
/// <param name="Repairs">The number of cells that the portal can correct without input, because their correct value is certain.</param>
/// <param name="Places">For each finding that can be corrected in the portal, the input field that corrects it.</param>
public sealed record Fixes(int Cells, int Repairs, EquatableList<FixPlace> Places)
{
    public static Fixes None { get; } = new(0, 0, []);

    /// <returns>The <see cref="CellName.Key"/> of the cell in which a finding can be corrected; null if it can be corrected only in
    /// Excel.</returns>
    public string? KeyOf(Problem problem) => Places.FirstOrDefault(p => p.Sheet == problem.Sheet && p.Cells == problem.Cell)?.Key;
}

/// <param name="Cells">The cells of the finding, as <see cref="Problem.Cell"/> lists them, such as B9, B10.</param>
/// <param name="Key">The <see cref="CellName.Key"/> of the first of these cells that has an input field.</param>
public sealed record FixPlace(string Sheet, string Cells, string Key);
