namespace KawasakiServerless.Domain;

/// <summary>
/// Computes sort keys for the order of the report: by viewpoint, and within a viewpoint by policy area. Viewpoints and policy areas that
/// the register does not contain come last.
/// </summary>
internal sealed class Places(Register register)
{
    private readonly Dictionary<(int, string), int> order = register.Viewpoints
        .OrderBy(v => v.Number)
        .SelectMany(v => register.PolicyAreasOf(v).Select(a => (v.Number, a.Code)))
        .Select((place, index) => (place, index))
        .ToDictionary(p => p.place, p => p.index);

    public int Of(int viewpoint, string policyArea) => order.GetValueOrDefault((viewpoint, policyArea), int.MaxValue);
}
