namespace KawasakiServerless.Domain;

/// <summary>
/// The end or the division of a department (改編): its work, the 管理番号 of its records and its addresses pass to its successors (後継の局・区).
/// </summary>
/// <param name="Code">Code of the predecessor, which no other department is ever given.</param>
/// <param name="Name">Its last official name.</param>
/// <param name="Ward">川崎区 of 川崎区役所; null for bureaus.</param>
/// <param name="Aliases">Other ways it was written.</param>
/// <param name="Successors">Codes; its own among them when it goes on with part of its work; none when nobody goes on with it (廃止).</param>
/// <param name="From">The reporting year from which this is so.</param>
public sealed record Succession(
    string Code, string Name, string? Ward, EquatableList<string> Aliases, EquatableList<string> Successors, int From)
{
    /// <summary>Whether the department itself still exists and only gave part of its work away.</summary>
    public bool Continues => Successors.Contains(Code);
}
