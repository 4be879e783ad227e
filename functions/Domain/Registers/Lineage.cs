namespace KawasakiServerless.Domain;

/// <summary>
/// Determines from the successions of a register which departments continue the work of which other departments (局・区の系統).
/// </summary>
public static class Lineage
{
    /// <summary>
    /// Returns the departments that continue the work of the department with this code: the department itself if it is in the register,
    /// otherwise its successors. A successor that has ended as well is replaced by its own successors.
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

    /// <summary>
    /// Returns the codes of the departments whose record ids (管理番号) a department may use: its own code and those of all its predecessors.
    /// </summary>
    public static IReadOnlyList<string> LineageOf(this Register register, string code)
    {
        List<string> codes = [code];
        for (var at = 0; at < codes.Count; at++)
            codes.AddRange(register.PredecessorsOf(codes[at]).Except(codes, StringComparer.Ordinal).ToList());
        return codes;
    }

    /// <summary>
    /// Returns the codes of the departments that may use the record ids (管理番号) of the department with this code: its own code and those of
    /// all departments that continue its work or a part of it, also those that are no longer in the register.
    /// </summary>
    public static IReadOnlyList<string> HeirsOf(this Register register, string code)
    {
        List<string> codes = [code];
        for (var at = 0; at < codes.Count; at++)
            codes.AddRange((register.Successions ?? []).Where(s => s.Code == codes[at]).SelectMany(s => s.Successors)
                .Distinct(StringComparer.Ordinal).Except(codes, StringComparer.Ordinal).ToList());
        return codes;
    }

    /// <summary>
    /// Returns the other departments that may use some of the same record ids (管理番号): departments with a common predecessor, such as those
    /// that resulted from a split, and predecessors and successors of the department that are in the register.
    /// </summary>
    public static IReadOnlyList<Department> RelativesOf(this Register register, string code)
    {
        if (register.Successions is null or { Count: 0 })
            return [];
        var own = register.LineageOf(code);
        return [.. register.Departments.Where(d =>
            d.Code != code && register.LineageOf(d.Code).Intersect(own, StringComparer.Ordinal).Any())];
    }

    /// <summary>
    /// Returns the successions after which the predecessor no longer exists, as opposed to those by which it transferred only part of its
    /// work.
    /// </summary>
    public static IEnumerable<Succession> Ends(this Register register) => (register.Successions ?? []).Where(s => !s.Continues);

    private static IEnumerable<Succession> EndsOf(this Register register, string code) => register.Ends().Where(s => s.Code == code);

    private static IEnumerable<string> PredecessorsOf(this Register register, string code) =>
        (register.Successions ?? []).Where(s => s.Successors.Contains(code)).Select(s => s.Code);
}
