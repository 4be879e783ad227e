using System.Collections.Frozen;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The names of places for which texts give separate figures: words that end with 病院, and the wards of the register.</summary>
internal sealed class PlaceNames(Register register)
{
    private readonly FrozenSet<string> wards = [.. register.Wards.SelectMany(d => new[] { d.Ward!, d.Name })];

    public bool Contains(string word) => word.EndsWith("病院", StringComparison.Ordinal) || wards.Contains(word);
}
