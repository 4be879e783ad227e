namespace KawasakiServerless.Domain;

/// <summary>
/// The end or the split of a department (改編): its work, the ids (管理番号) of its records and its URLs pass to its successors (後継の局・区).
/// </summary>
/// <param name="Code">The code of the predecessor, which is never reused for another department.</param>
/// <param name="Name">The predecessor's last official name.</param>
/// <param name="Ward">The name of the predecessor's ward, such as 川崎区 for 川崎区役所; null for bureaus.</param>
/// <param name="Aliases">Other names that workbooks used for the predecessor.</param>
/// <param name="Successors">Codes of the successors. They include the predecessor's own code if the predecessor continues part of its
/// work. Empty if no department continues the work (廃止).</param>
/// <param name="From">The first reporting year in which the succession applies.</param>
public sealed record Succession(
    string Code, string Name, string? Ward, EquatableList<string> Aliases, EquatableList<string> Successors, int From)
{
    /// <summary>Whether the department still exists and only transferred part of its work.</summary>
    public bool Continues => Successors.Contains(Code);
}
