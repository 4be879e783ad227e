using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>Opens the next reporting year (次の年度) with the register of the newest one, which may then be edited for it.</summary>
public sealed class NextYear(YearStore years, AuditLog audit, TimeProvider time)
{
    /// <summary>The year that may be opened; null before any is open.</summary>
    public async Task<FiscalYear?> FindAsync(CancellationToken cancellation) =>
        await years.AllAsync(cancellation) is [var newest, ..] ? FiscalYear.Of(newest.Year + 1) : null;

    /// <param name="year">The year as it was shown, so that a request sent twice does not open two.</param>
    /// <param name="who">The coordinator.</param>
    /// <param name="cancellation">Stops before it is opened.</param>
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
        // The line first: the year cannot be opened twice, so a line that a crash has left alone is completed by the next try.
        var name = year.Year.ToString(CultureInfo.InvariantCulture);
        await audit.WriteAsync(
            new($"open-{name}", CommentText.NameOf(who), AuditKinds.YearOpened, name, time.GetUtcNow()), cancellation);
        return await years.OpenAsync(year, register, cancellation)
            ? new NextYearOutcome.Opened(year) : new NextYearOutcome.AlreadyOpen(year);
    }
}
