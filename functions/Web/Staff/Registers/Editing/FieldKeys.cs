using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>
/// The names of form fields for the items of a list in the register. They depend on the name of the item and not on its position, which
/// changes when another person adds or removes an item.
/// </summary>
internal static class FieldKeys
{
    private const int Length = 12;

    /// <returns>A key for each of the given names. If several items have the same name, the keys of all but the first contain a
    /// number.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        return [.. names.Select(name => KeyOf(name, counts[name] = counts.GetValueOrDefault(name) + 1))];
    }

    private static string KeyOf(string name, int count) =>
        count == 1 ? Sha256.HexOf(name)[..Length] : FormattableString.Invariant($"{Sha256.HexOf(name)[..Length]}-{count}");
}
