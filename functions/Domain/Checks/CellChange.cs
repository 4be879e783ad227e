namespace KawasakiServerless.Domain;

/// <summary>A cell of a workbook (セル): the sheet as it spells its name, and K11.</summary>
public sealed record CellName(string Sheet, string Cell)
{
    private const int KeyLength = 12;

    /// <summary>Names the cell in forms and addresses in 12 hexadecimal digits: the name of a sheet may hold anything.</summary>
    public string Key => KeyOf($"{Sheet}!{Cell}");

    /// <summary>Names a text in the same way.</summary>
    public static string KeyOf(string text) => Sha256.HexOf(text)[..KeyLength];
}

/// <summary>A cell that was mended in the portal (直したセル).</summary>
/// <param name="Label">The header of its column: 単位.</param>
/// <param name="Old">As the clerk uploaded it; empty for nothing.</param>
/// <param name="New">Empty for nothing.</param>
public sealed record CellChange(CellName At, string Label, string Old, string New);

public static class CellChanges
{
    /// <summary>What has changed since the upload: of a cell that was mended twice, from the first old value to the last new one.</summary>
    /// <param name="earlier">Made before.</param>
    /// <param name="later">Made now.</param>
    public static EquatableList<CellChange> Then(this IEnumerable<CellChange> earlier, IEnumerable<CellChange> later) =>
    [
        .. earlier.Concat(later).GroupBy(c => c.At).Select(g => g.ToList())
            .Where(c => c.Count == 1 || c[0].Old != c[^1].New)
            .Select(c => c[0] with { New = c[^1].New }),
    ];
}
