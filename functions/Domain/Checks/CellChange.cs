namespace KawasakiServerless.Domain;

/// <summary>A cell of a workbook (セル): the sheet name as spelled in the workbook, and a cell reference such as K11.</summary>
public sealed record CellName(string Sheet, string Cell)
{
    private const int KeyLength = 12;

    /// <summary>Identifies the cell in forms and URLs by 12 hexadecimal digits, because a sheet name may contain any character.</summary>
    public string Key => KeyOf($"{Sheet}!{Cell}");

    /// <summary>Returns the key of any text, computed in the same way.</summary>
    public static string KeyOf(string text) => Sha256.HexOf(text)[..KeyLength];
}

/// <summary>A cell that was corrected in the portal (直したセル).</summary>
/// <param name="Label">The header of its column, such as 単位.</param>
/// <param name="Old">The value that the clerk uploaded; empty for none.</param>
/// <param name="New">The corrected value; empty for none.</param>
public sealed record CellChange(CellName At, string Label, string Old, string New);

public static class CellChanges
{
    /// <summary>
    /// Combines changes since the upload. A cell that was corrected twice changes from its first old value to its last new value.
    /// </summary>
    /// <param name="earlier">The earlier changes.</param>
    /// <param name="later">The new changes.</param>
    public static EquatableList<CellChange> Then(this IEnumerable<CellChange> earlier, IEnumerable<CellChange> later) =>
    [
        .. earlier.Concat(later).GroupBy(c => c.At).Select(g => g.ToList())
            .Where(c => c.Count == 1 || c[0].Old != c[^1].New)
            .Select(c => c[0] with { New = c[^1].New }),
    ];
}
