namespace KawasakiServerless.Domain;

/// <summary>Who goes on with whose work (局・区の系統), by the successions of a register.</summary>
public static class Lineage
{
    /// <summary>
    /// The departments that go on with the work of a code today: itself while it is in the register, otherwise its successors and theirs.
    /// </summary>
    public static IReadOnlyList<Department> SuccessorsOf(this Register register, string code)
    {
        List<string> codes = [code];
        for (var at = 0; at < codes.Count; at++)
        {
            if (register.FindDepartment(codes[at]) is null)
                codes.AddRange(register.EndsOf(codes[at]).SelectMany(s => s.Successors).Except(codes, StringComparer.Ordinal).ToList());
        }

        return [.. codes.Select(register.FindDepartment).OfType<Department>().OrderBy(d => d.Order)];
    }

    /// <summary>Codes whose 管理番号 a department may carry: its own, and those of all its predecessors.</summary>
    public static IReadOnlyList<string> LineageOf(this Register register, string code)
    {
        List<string> codes = [code];
        for (var at = 0; at < codes.Count; at++)
            codes.AddRange(register.PredecessorsOf(codes[at]).Except(codes, StringComparer.Ordinal).ToList());
        return codes;
    }

    /// <summary>Other departments that may carry some of the same 管理番号: after a split both sides come from one predecessor.</summary>
    public static IReadOnlyList<Department> RelativesOf(this Register register, string code)
    {
        if (register.Successions is null or { Count: 0 })
            return [];
        var own = register.LineageOf(code);
        return [.. register.Departments.Where(d =>
            d.Code != code && register.LineageOf(d.Code).Intersect(own, StringComparer.Ordinal).Any())];
    }

    /// <summary>Successions that ended a department.</summary>
    public static IEnumerable<Succession> Ends(this Register register) => (register.Successions ?? []).Where(s => !s.Continues);

    private static IEnumerable<Succession> EndsOf(this Register register, string code) => register.Ends().Where(s => s.Code == code);

    private static IEnumerable<string> PredecessorsOf(this Register register, string code) =>
        (register.Successions ?? []).Where(s => s.Successors.Contains(code)).Select(s => s.Code);
}
