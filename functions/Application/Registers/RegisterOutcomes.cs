using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>A year's register as somebody begins to edit it.</summary>
/// <param name="Version">What is sent back with the edited register, so that a change by somebody else meanwhile is noticed.</param>
public sealed record RegisterToEdit(FiscalYear Year, Register Register, RegisterVersion Version);

/// <summary>An edited register.</summary>
/// <param name="Version">The version that it was made from.</param>
/// <param name="Register">As edited; its own version is not looked at.</param>
public sealed record RegisterDraft(FiscalYear Year, string Version, Register Register)
{
    /// <summary>What was done, in a few words, for the list of versions; null where nobody said.</summary>
    public string? Note { get; init; }
}

/// <summary>What saving a draft would do.</summary>
/// <param name="Findings">Nothing when it may be saved.</param>
/// <param name="Difference">To the version in force.</param>
public sealed record RegisterPreview(RegisterDraft Draft, EquatableList<RegisterFinding> Findings, RegisterDifference Difference)
{
    public bool MayBeSaved => Findings.Count == 0 && !Difference.IsEmpty;
}

/// <summary>What became of a draft.</summary>
public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    /// <summary>It counts now.</summary>
    public sealed record Saved(RegisterVersion Version, RegisterDifference Difference) : RegisterOutcome;

    /// <summary>It says what the version in force says already.</summary>
    public sealed record Unchanged(RegisterVersion Version) : RegisterOutcome;

    /// <summary>It must be mended first.</summary>
    public sealed record Refused(EquatableList<RegisterFinding> Findings) : RegisterOutcome;

    /// <summary>Somebody else has changed the register since it was read.</summary>
    /// <param name="Theirs">Whose change it was, and when.</param>
    /// <param name="Difference">What they changed.</param>
    public sealed record Conflict(RegisterVersion Theirs, RegisterDifference Difference) : RegisterOutcome;

    public sealed record NotOpen(FiscalYear Year) : RegisterOutcome;
}

/// <summary>What became of a year that was to be opened.</summary>
public abstract record NextYearOutcome(FiscalYear Year)
{
    public sealed record Opened(FiscalYear Year) : NextYearOutcome(Year);

    public sealed record AlreadyOpen(FiscalYear Year) : NextYearOutcome(Year);

    /// <summary>Years are opened one after another.</summary>
    /// <param name="Next">The one that may be opened; null before any is open.</param>
    public sealed record NotNext(FiscalYear Year, FiscalYear? Next) : NextYearOutcome(Year);

    /// <summary>The register that the year would be opened with has to be mended first.</summary>
    /// <param name="Newest">The year whose register it is.</param>
    /// <param name="Findings">What is wrong with it.</param>
    public sealed record NotValid(FiscalYear Year, FiscalYear Newest, EquatableList<RegisterFinding> Findings) : NextYearOutcome(Year);
}
