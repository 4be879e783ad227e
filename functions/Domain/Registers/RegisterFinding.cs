namespace KawasakiServerless.Domain;

/// <summary>What is wrong with a register that somebody edits (台帳の指摘). All of them are told at once.</summary>
/// <param name="Field">Where: departments/zaisei/name, policyAreas/elderly, contact/mail. Lists count from 1 where nothing else tells their
/// items apart.</param>
/// <param name="Message">What is wrong, in polite Japanese.</param>
/// <param name="Remedy">What to do.</param>
public sealed record RegisterFinding(string Field, string Message, string Remedy);

/// <summary>A submission that counts in the year, of a department.</summary>
public sealed record ReportedBy(string Department, string Submission);

/// <summary>What the records of a year use of its register (台帳の利用): none of it may vanish under them.</summary>
/// <param name="Submissions">Those that count.</param>
/// <param name="PolicyAreas">Codes.</param>
/// <param name="Viewpoints">Numbers.</param>
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

/// <summary>What an edited register is held against.</summary>
/// <param name="Year">The reporting year.</param>
/// <param name="Before">The version in force.</param>
/// <param name="Use">What the year's records use.</param>
public sealed record RegisterContext(FiscalYear Year, Register Before, RegisterUse Use);
