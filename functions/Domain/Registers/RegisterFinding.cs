namespace KawasakiServerless.Domain;

/// <summary>An error in an edited register (台帳の指摘). All findings are reported together.</summary>
/// <param name="Field">The path of the field: departments/zaisei/name, policyAreas/elderly, contact/mail. Items of a list without another
/// identifier are numbered from 1.</param>
/// <param name="Message">The error, in polite Japanese.</param>
/// <param name="Remedy">How to correct it.</param>
public sealed record RegisterFinding(string Field, string Message, string Remedy);

/// <summary>A department's submission that is in effect in the year.</summary>
public sealed record ReportedBy(string Department, string Submission);

/// <summary>The parts of the register that the records of a year use (台帳の利用); they must not be removed.</summary>
/// <param name="Submissions">The submissions in effect.</param>
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

/// <summary>The context against which an edited register is checked.</summary>
/// <param name="Year">The reporting year.</param>
/// <param name="Before">The version in force.</param>
/// <param name="Use">The parts of the register that the year's records use.</param>
public sealed record RegisterContext(FiscalYear Year, Register Before, RegisterUse Use);
