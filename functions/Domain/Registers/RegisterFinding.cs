namespace KawasakiServerless.Domain;

/// <summary>An error in an edited register (台帳の指摘).</summary>
/// <param name="Field">The path of the field with the error, such as departments/zaisei/name, policyAreas/elderly or contact/mail.
/// Departments, policy areas and successions are named by their code, and viewpoints by their number; the items of all other lists,
/// documents among them, by their position from 1.</param>
/// <param name="Message">The error, in polite Japanese.</param>
/// <param name="Remedy">How to correct it.</param>
public sealed record RegisterFinding(string Field, string Message, string Remedy);

/// <summary>A department, and the id of its submission in effect.</summary>
public sealed record ReportedBy(string Department, string Submission);

/// <summary>
/// What the data of a year refers to in the register (台帳の利用): the departments with a submission in effect, and the policy areas,
/// viewpoints and wards of the records. None of these may be removed from the register of that year.
/// </summary>
/// <param name="Submissions">The year's submissions in effect.</param>
/// <param name="PolicyAreas">Codes of policy areas.</param>
/// <param name="Viewpoints">Numbers of viewpoints.</param>
/// <param name="Wards">Codes of ward offices.</param>
public sealed record RegisterUse(
    EquatableList<ReportedBy> Submissions, EquatableList<string> PolicyAreas, EquatableList<int> Viewpoints, EquatableList<string> Wards)
{
    public static RegisterUse None { get; } = new([], [], [], []);

    public static RegisterUse Of(IReadOnlyCollection<DepartmentSubmission> submissions)
    {
        var places = submissions.SelectMany(s => s.Records.All).Select(r => r.References()).ToList();
        return new(
            [.. submissions.OrderBy(s => s.Department, StringComparer.Ordinal).Select(s => new ReportedBy(s.Department, s.Id))],
            [.. places.Select(p => p.PolicyArea).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. places.Select(p => p.Viewpoint).OfType<int>().Distinct().Order()],
            [.. places.Select(p => p.Ward).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }
}

/// <summary>The data that is needed to check an edited register.</summary>
/// <param name="Year">The reporting year to which the register applies.</param>
/// <param name="Before">The version of the register that the edited one would replace.</param>
/// <param name="Use">The parts of the register to which the year's records refer.</param>
public sealed record RegisterContext(FiscalYear Year, Register Before, RegisterUse Use)
{
    // Only new successions and the records of a year are compared with the year, and this context has neither.
    internal static RegisterContext Alone(Register register) => new(FiscalYear.All[0], register, RegisterUse.None);
}
