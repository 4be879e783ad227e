using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>
/// Opens the next reporting year (次の年度) with a copy of the newest year's register. The coordinator can edit the copy afterwards.
/// </summary>
public sealed class NextYear(YearStore years, AuditLog audit, TimeProvider time)
{
    /// <summary>Returns the year that may be opened next; null when no year has been opened yet.</summary>
    public async Task<FiscalYear?> FindAsync(CancellationToken cancellation) =>
        await years.AllAsync(cancellation) is [var newest, ..] ? FiscalYear.Of(newest.Year + 1) : null;

    /// <param name="year">The year that the form showed. If the form is submitted twice, the second request finds this year already open
    /// and does not open the one after.</param>
    /// <param name="who">The coordinator.</param>
    /// <param name="cancellation">Cancellation takes effect only before the year is opened.</param>
    public async Task<NextYearOutcome> OpenAsync(FiscalYear year, string who, CancellationToken cancellation)
    {
        if (await years.FindAsync(year, cancellation) is not null)
            return new NextYearOutcome.AlreadyOpen(year);
        if (await years.NewestAsync(cancellation) is not { } newest || newest.Year != year.Previous)
            return new NextYearOutcome.NotNext(year, await FindAsync(cancellation));
        EquatableList<RegisterFinding> findings = RegisterChecks.Of(newest.Register, new(newest.Year, newest.Register, RegisterUse.None));
        return findings.Count > 0
            ? new NextYearOutcome.NotValid(year, newest.Year, findings) : await OpenAsync(year, newest.Register, who, cancellation);
    }

    private async Task<NextYearOutcome> OpenAsync(FiscalYear year, Register register, string who, CancellationToken cancellation)
    {
        // The audit entry is written before the year is opened. If the process crashes in between, the next attempt writes the same entry
        // again, which does not duplicate it, and opens the year.
        var name = year.Year.ToString(CultureInfo.InvariantCulture);
        await audit.WriteAsync(
            new($"open-{name}", CommentText.NameOf(who), AuditKinds.YearOpened, name, time.GetUtcNow()), cancellation);
        return await years.OpenAsync(year, register, cancellation)
            ? new NextYearOutcome.Opened(year) : new NextYearOutcome.AlreadyOpen(year);
    }
}
