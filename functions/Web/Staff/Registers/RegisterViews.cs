using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Web.Staff.Registers;

/// <param name="Year">The reporting year, with its present register.</param>
/// <param name="Versions">The versions of the register, newest first.</param>
public sealed record YearRegister(ReportingYear Year, IReadOnlyList<RegisterVersion> Versions);

/// <param name="Years">The years with their registers, newest first.</param>
public sealed record RegisterListView(IReadOnlyList<YearRegister> Years);

/// <param name="Now">The present version of the year's register.</param>
/// <param name="Saved">The id of the version that was just saved; empty if none was.</param>
public sealed record RegisterView(RegisterToEdit Now, string Saved)
{
    /// <summary>
    /// Findings in the present register. There can be some, because an earlier release of the app may have accepted what is rejected today.
    /// </summary>
    public EquatableList<RegisterFinding> Findings =>
        RegisterChecks.Of(Now.Register, new(Now.Year, Now.Register, RegisterUse.None));
}

/// <param name="Year">The year of the register.</param>
/// <param name="About">The author and time of the version.</param>
/// <param name="Register">The content of the register in that version.</param>
/// <param name="Changed">The changes from the previous version.</param>
public sealed record RegisterVersionView(FiscalYear Year, RegisterVersion About, Register Register, RegisterDifference Changed)
{
    public required IReadOnlyList<RegisterVersion> Versions { get; init; }
}

/// <param name="Year">The year of the register.</param>
/// <param name="Before">The version that counts as the old state.</param>
/// <param name="After">The version that counts as the new state.</param>
/// <param name="Difference">The differences between the two versions.</param>
public sealed record RegisterDifferenceView(FiscalYear Year, RegisterVersion Before, RegisterVersion After, RegisterDifference Difference)
{
    /// <summary>The register whose contact is shown in the footer.</summary>
    public required Register Register { get; init; }

    public required IReadOnlyList<RegisterVersion> Versions { get; init; }
}

/// <param name="Now">The register before the reorganisation.</param>
/// <param name="Years">All fiscal years that were ever opened for reporting, newest first.</param>
public sealed record ReorganiseView(RegisterToEdit Now, IReadOnlyList<FiscalYear> Years);
