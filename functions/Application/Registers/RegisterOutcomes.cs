using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>The register of a year, as it is shown to a person who starts to edit it.</summary>
/// <param name="Version">The version of the register. The form submits its id with the edited register, so that a change by another person
/// in the meantime is detected.</param>
public sealed record RegisterToEdit(FiscalYear Year, Register Register, RegisterVersion Version);

/// <summary>A register that a person has edited but not saved.</summary>
/// <param name="Version">The version that the draft is based on.</param>
/// <param name="Register">The edited register; its version property is ignored.</param>
public sealed record RegisterDraft(FiscalYear Year, string Version, Register Register)
{
    /// <summary>A short description of the change, for the list of versions; null if none was entered.</summary>
    public string? Note { get; init; }
}

/// <summary>The preview of a draft before it is saved.</summary>
/// <param name="Findings">The findings that prevent saving; empty if there are none.</param>
/// <param name="Difference">The difference between the draft and the version that the year uses now.</param>
public sealed record RegisterPreview(RegisterDraft Draft, EquatableList<RegisterFinding> Findings, RegisterDifference Difference)
{
    public bool MayBeSaved => Findings.Count == 0 && !Difference.IsEmpty;
}

/// <summary>The result of saving a draft.</summary>
public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    /// <summary>The draft is saved, and the year uses it.</summary>
    public sealed record Saved(RegisterVersion Version, RegisterDifference Difference) : RegisterOutcome;

    /// <summary>The draft equals the version that the year uses.</summary>
    public sealed record Unchanged(RegisterVersion Version) : RegisterOutcome;

    /// <summary>The draft has findings that must be corrected first.</summary>
    public sealed record Refused(EquatableList<RegisterFinding> Findings) : RegisterOutcome;

    /// <summary>Another person has saved a change to the register since this person started editing.</summary>
    /// <param name="Theirs">The version that the other person saved, with its author and time.</param>
    /// <param name="Difference">The changes that the other person made.</param>
    public sealed record Conflict(RegisterVersion Theirs, RegisterDifference Difference) : RegisterOutcome;

    public sealed record NotOpen(FiscalYear Year) : RegisterOutcome;
}

/// <summary>The result of opening a year.</summary>
public abstract record NextYearOutcome(FiscalYear Year)
{
    public sealed record Opened(FiscalYear Year) : NextYearOutcome(Year);

    public sealed record AlreadyOpen(FiscalYear Year) : NextYearOutcome(Year);

    /// <summary>The requested year is not the one after the newest year that was opened; years can only be opened in order.</summary>
    /// <param name="Next">The year that may be opened next; null when no year has been opened yet.</param>
    public sealed record NotNext(FiscalYear Year, FiscalYear? Next) : NextYearOutcome(Year);

    /// <summary>The newest year's register, which the new year would copy, has findings that must be corrected first.</summary>
    /// <param name="Newest">The year that the register belongs to.</param>
    /// <param name="Findings">The findings in the register.</param>
    public sealed record NotValid(FiscalYear Year, FiscalYear Newest, EquatableList<RegisterFinding> Findings) : NextYearOutcome(Year);
}
