namespace KawasakiServerless.Domain;

/// <summary>Determines which departments continue the work of which others (局・区の系統), from the successions of a register.</summary>
public static class Lineage
{
    /// <summary>
    /// Returns the departments that continue the work of a code today: the department itself if it is in the register, otherwise its
    /// successors and theirs.
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

    /// <summary>Returns the codes whose 管理番号 a department may use: its own and those of all its predecessors.</summary>
    public static IReadOnlyList<string> LineageOf(this Register register, string code)
    {
        List<string> codes = [code];
        for (var at = 0; at < codes.Count; at++)
            codes.AddRange(register.PredecessorsOf(codes[at]).Except(codes, StringComparer.Ordinal).ToList());
        return codes;
    }

    /// <summary>Returns other departments that may use some of the same 管理番号: after a split, both sides share one predecessor.</summary>
    public static IReadOnlyList<Department> RelativesOf(this Register register, string code)
    {
        if (register.Successions is null or { Count: 0 })
            return [];
        var own = register.LineageOf(code);
        return [.. register.Departments.Where(d =>
            d.Code != code && register.LineageOf(d.Code).Intersect(own, StringComparer.Ordinal).Any())];
    }

    /// <summary>Returns the successions that ended a department.</summary>
    public static IEnumerable<Succession> Ends(this Register register) => (register.Successions ?? []).Where(s => !s.Continues);

    private static IEnumerable<Succession> EndsOf(this Register register, string code) => register.Ends().Where(s => s.Code == code);

    private static IEnumerable<string> PredecessorsOf(this Register register, string code) =>
        (register.Successions ?? []).Where(s => s.Successors.Contains(code)).Select(s => s.Code);
}
