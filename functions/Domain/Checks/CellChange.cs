namespace KawasakiServerless.Domain;

/// <summary>A cell of a workbook (セル): the sheet name as spelled in the workbook, and a cell reference such as K11.</summary>
public sealed record CellName(string Sheet, string Cell)
{
    private const int KeyLength = 12;

    /// <summary>Identifies the cell in forms and URLs by 12 hexadecimal digits, because a sheet name may contain any character.</summary>
    public string Key => KeyOf($"{Sheet}!{Cell}");

    /// <summary>Returns the first 12 hexadecimal digits of the text's SHA-256 hash.</summary>
    public static string KeyOf(string text) => Sha256.HexOf(text)[..KeyLength];
}

/// <summary>A cell that was corrected in the portal (直したセル).</summary>
/// <param name="Label">The header of the cell's column, such as 単位.</param>
/// <param name="Old">The cell's value in the uploaded workbook; empty if the cell was blank.</param>
/// <param name="New">The value that the user entered; empty if the user cleared the cell.</param>
public sealed record CellChange(CellName At, string Label, string Old, string New);

public static class CellChanges
{
    /// <summary>
    /// Merges two successive lists of corrections, so that each cell occurs once: a cell that was corrected several times changes from its
    /// first old value to its last new value. A cell that was changed back to its first old value is omitted.
    /// </summary>
    /// <param name="earlier">The corrections that were made first.</param>
    /// <param name="later">The corrections that were made afterwards.</param>
    public static EquatableList<CellChange> Then(this IEnumerable<CellChange> earlier, IEnumerable<CellChange> later) =>
    [
        .. earlier.Concat(later).GroupBy(c => c.At).Select(g => g.ToList())
            .Where(c => c.Count == 1 || c[0].Old != c[^1].New)
            .Select(c => c[0] with { New = c[^1].New }),
    ];
}
