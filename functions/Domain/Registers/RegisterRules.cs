using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Consistency rules that a register must satisfy to be loaded. Registers are edited every April, so mistakes are likely.
/// </summary>
internal static partial class RegisterRules
{
    /// <summary>Returns one sentence for each broken rule.</summary>
    public static IEnumerable<string> Broken(Register register) =>
    [
        .. Twice("department code", register.Departments.Select(d => d.Code)),
        .. Twice("name of a department", register.Departments.SelectMany(d => d.FoldedNames())),
        .. Twice("place in the official order", register.Departments.Select(d => $"{d.Order}")),
        .. Twice("policy area", register.PolicyAreas.Select(a => a.Code)),
        .. Twice("viewpoint", register.Viewpoints.Select(v => $"{v.Number}")),
        .. Twice("document", register.Documents.Select(d => d.Code)),
        .. register.Departments.Where(d => !DepartmentCode().IsMatch(d.Code))
            .Select(d => $"{d.Code} is not a valid department code: use lower-case letters only."),
        .. register.PolicyAreas.Where(a => !AreaCode().IsMatch(a.Code))
            .Select(a => $"{a.Code} is not a valid policy area code: use lower-case letters and hyphens only."),
        .. register.Departments.Where(d => d.IsWard == d.Ward is null)
            .Select(d => $"{d.Code} is a ward office without a ward, or a bureau with one."),
        .. register.Viewpoints.SelectMany(v => v.PolicyAreas.Where(a => register.PolicyAreas.All(known => known.Code != a))
            .Select(a => $"Viewpoint {v.Number} names the unknown policy area {a}.")),
        .. register.Viewpoints.SelectMany(v => Twice($"policy area of viewpoint {v.Number}", v.PolicyAreas)),
        .. Twice("end of a department", register.Ends().Select(s => s.Code)),
        .. register.Ends().Where(s =>
            register.FindDepartment(s.Code) is not null).Select(s => $"{s.Code} has ended but is still listed as a department."),
        .. (register.Successions ?? []).SelectMany(s =>
            s.Successors.Where(c => !IsKnown(c, register)).Select(c => $"{s.Code} has the unknown successor {c}.")),
        .. register.FindDepartment(register.Coordinator) is null
            ? [$"The coordinator {register.Coordinator} is not a department."]
            : (string[])[],
    ];

    private static bool IsKnown(string code, Register register) =>
        register.FindDepartment(code) is not null || register.Ends().Any(s => s.Code == code);

    private static IEnumerable<string> Twice(string what, IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"The {what} {g.Key} occurs more than once.");

    // Codes become part of URLs and record ids, so other characters are not allowed.
    [GeneratedRegex(@"\A[a-z]+\z")]
    internal static partial Regex DepartmentCode();

    [GeneratedRegex(@"\A[a-z]+(?:-[a-z]+)*\z")]
    internal static partial Regex AreaCode();
}
