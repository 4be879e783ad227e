using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Web.Staff.Registers;

/// <param name="Year">The reporting year, with the register in force.</param>
/// <param name="Versions">Those it stood on, newest first.</param>
public sealed record YearRegister(ReportingYear Year, IReadOnlyList<RegisterVersion> Versions);

/// <param name="Years">Newest first.</param>
public sealed record RegisterListView(IReadOnlyList<YearRegister> Years);

/// <param name="Now">The register in force.</param>
/// <param name="Saved">The version that was just saved; empty for none.</param>
public sealed record RegisterView(RegisterToEdit Now, string Saved)
{
    /// <summary>What is wrong with the register in force: an earlier program may have taken what is refused today.</summary>
    public EquatableList<RegisterFinding> Findings =>
        RegisterChecks.Of(Now.Register, new(Now.Year, Now.Register, RegisterUse.None));
}

/// <param name="Year">Of the register.</param>
/// <param name="About">The version.</param>
/// <param name="Register">As it was in the version.</param>
/// <param name="Changed">What the version changed.</param>
public sealed record RegisterVersionView(FiscalYear Year, RegisterVersion About, Register Register, RegisterDifference Changed)
{
    public required IReadOnlyList<RegisterVersion> Versions { get; init; }
}

/// <param name="Year">Of the register.</param>
/// <param name="Before">The version from which to go.</param>
/// <param name="After">The version to which to go.</param>
/// <param name="Difference">What separates them.</param>
public sealed record RegisterDifferenceView(FiscalYear Year, RegisterVersion Before, RegisterVersion After, RegisterDifference Difference)
{
    /// <summary>Whose contact the footer names.</summary>
    public required Register Register { get; init; }

    public required IReadOnlyList<RegisterVersion> Versions { get; init; }
}

/// <param name="Now">The register that is reorganised.</param>
/// <param name="Years">Every open year, newest first.</param>
public sealed record ReorganiseView(RegisterToEdit Now, IReadOnlyList<FiscalYear> Years);
