using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>
/// Lets the coordinator read, preview and save the register of a year (台帳の編集). Saving stores a new version, then makes it the year's
/// version by compare-and-swap, which fails if the year no longer has the version that was edited.
/// </summary>
public sealed class RegisterEditing(
    YearStore years, RegisterVersionStore versions, RegisterUses uses, AuditLog audit, TimeProvider time, ILogger<RegisterEditing> log)
{
    /// <returns>Null when the year was never opened.</returns>
    public async Task<RegisterToEdit?> FindAsync(FiscalYear year, CancellationToken cancellation)
    {
        if (await versions.OfYearAsync(year, cancellation) is not { } version)
            return null;
        var register = await years.RegisterAsync(version, cancellation);
        return new(year, register, await versions.AboutAsync(version, cancellation));
    }

    /// <summary>Compares a draft with the present register and checks it, without storing anything.</summary>
    /// <returns>Null when the year was never opened.</returns>
    public async Task<RegisterPreview?> PreviewAsync(RegisterDraft draft, CancellationToken cancellation)
    {
        if (await FindAsync(draft.Year, cancellation) is not { } now)
            return null;
        var use = await uses.OfYearAsync(draft.Year, cancellation);
        return new(draft, FindingsOf(draft, now, use), RegisterDifference.Between(now.Register, draft.Register));
    }

    /// <summary>
    /// Applies a reorganisation of departments (改編) to the register and returns the result as a draft, which may be edited further before
    /// it is saved. If the reorganisation is not possible, the findings of the result say why.
    /// </summary>
    /// <returns>Null when the year was never opened.</returns>
    public async Task<RegisterPreview?> ReorganiseAsync(FiscalYear year, Reorganisation change, CancellationToken cancellation)
    {
        if (await FindAsync(year, cancellation) is not { } now)
            return null;
        var (register, refusals) = Reorganised.By(now.Register, change, year);
        var preview = await PreviewAsync(new(year, now.Version.Version, register), cancellation);
        return preview is null || refusals.Count == 0 ? preview : preview with { Findings = refusals };
    }

    /// <summary>Saves a draft as a new version, which the year uses immediately.</summary>
    public async Task<RegisterOutcome> SaveAsync(RegisterDraft draft, string who, CancellationToken cancellation)
    {
        if (await FindAsync(draft.Year, cancellation) is not { } now)
            return new RegisterOutcome.NotOpen(draft.Year);
        if (now.Version.Version != draft.Version)
            return await ConflictAsync(draft, now.Version.Version, cancellation);
        // The process that saved the present version may have crashed before writing its audit entry, so the entry is written now.
        await AuditAsync(now.Version, cancellation);
        var difference = RegisterDifference.Between(now.Register, draft.Register);
        if (difference.IsEmpty)
            return new RegisterOutcome.Unchanged(now.Version);
        var use = await uses.OfYearAsync(draft.Year, cancellation);
        var findings = FindingsOf(draft, now, use);
        return findings.Count > 0
            ? new RegisterOutcome.Refused(findings) : await WriteAsync(draft, new(now, use, difference, who), cancellation);
    }

    private static EquatableList<RegisterFinding> FindingsOf(RegisterDraft draft, RegisterToEdit now, RegisterUse use) =>
        RegisterChecks.Of(draft.Register, new(draft.Year, now.Register, use));

    private async Task<RegisterOutcome> WriteAsync(RegisterDraft draft, Change change, CancellationToken cancellation)
    {
        var when = time.GetUtcNow();
        var name = RegisterVersionStore.NewVersion(draft.Year, when);
        var about = new RegisterVersion(name, draft.Year, draft.Version, change.Who, when) { Note = draft.Note };
        await versions.AddAsync(draft.Register with { Version = about.Version }, about, cancellation);
        return await versions.TryMoveAsync(draft.Year, draft.Version, about.Version, cancellation) switch
        {
            RegisterMove.Overtaken(var theirs) => await ConflictAsync(draft, theirs, cancellation),
            RegisterMove.NotOpen => new RegisterOutcome.NotOpen(draft.Year),
            _ => await MovedAsync(draft, about, change, cancellation),
        };
    }

    // A department may have submitted while the draft was checked. If that department's records use an element (such as a policy area) that
    // the new version no longer contains, the year is set back to the version that the draft is based on.
    private async Task<RegisterOutcome> MovedAsync(
        RegisterDraft draft, RegisterVersion about, Change change, CancellationToken cancellation)
    {
        if (!await uses.IsStillAsync(change.Use, draft.Year, cancellation))
        {
            var findings = FindingsOf(draft, change.Now, await uses.OfYearAsync(draft.Year, cancellation));
            if (findings.Count > 0
                && await versions.TryMoveAsync(draft.Year, about.Version, draft.Version, cancellation) is RegisterMove.Moved)
                return new RegisterOutcome.Refused(findings);
        }

        await AuditAsync(about, cancellation);
        log.LogInformation("Register of {Year} changed from {Before} to {Version}", draft.Year.Year, draft.Version, about.Version);
        return new RegisterOutcome.Saved(about, change.Difference);
    }

    private async Task<RegisterOutcome> ConflictAsync(RegisterDraft draft, string theirs, CancellationToken cancellation)
    {
        var about = await versions.AboutAsync(theirs, cancellation);
        var known = (await versions.HistoryAsync(draft.Year, cancellation)).Any(v => v.Version == draft.Version);
        var now = await years.RegisterAsync(theirs, cancellation);
        // The id of the edited version came from a form, so a version that never belonged to this year is not read.
        return new RegisterOutcome.Conflict(about, known
            ? RegisterDifference.Between(await years.RegisterAsync(draft.Version, cancellation), now) : new([]));
    }

    // Writes the audit entry of a version. The id of the entry is derived from the version, so writing the entry twice stores it only once.
    private Task AuditAsync(RegisterVersion about, CancellationToken cancellation) => about is { Who: { } who, When: { } when }
        ? audit.WriteAsync(new($"register-{about.Version}", CommentText.NameOf(who), AuditKinds.RegisterSaved,
            $"{about.Year?.Year} {about.Version}", when), cancellation)
        : Task.CompletedTask;

    private sealed record Change(RegisterToEdit Now, RegisterUse Use, RegisterDifference Difference, string Who);
}
