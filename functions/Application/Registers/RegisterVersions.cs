using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>Reads the versions of a year's register (台帳の版).</summary>
public sealed class RegisterVersions(YearStore years, RegisterVersionStore versions)
{
    /// <summary>Lists the versions of the year's register, newest first; empty when the year was never opened.</summary>
    public Task<IReadOnlyList<RegisterVersion>> OfYearAsync(FiscalYear year, CancellationToken cancellation) =>
        versions.HistoryAsync(year, cancellation);

    /// <summary>Reads one version of the year's register.</summary>
    /// <returns>Null when the version never belonged to the year.</returns>
    public async Task<Register?> FindAsync(FiscalYear year, string version, CancellationToken cancellation) =>
        (await OfYearAsync(year, cancellation)).Any(v => v.Version == version) ? await years.RegisterAsync(version, cancellation) : null;

    /// <summary>Compares a version with the previous one.</summary>
    /// <returns>Null when the version never belonged to the year; an empty difference for the version with which the year was
    /// opened.</returns>
    public async Task<RegisterDifference?> ChangedByAsync(FiscalYear year, string version, CancellationToken cancellation)
    {
        if ((await OfYearAsync(year, cancellation)).FirstOrDefault(v => v.Version == version) is not { } about)
            return null;
        return about.Year != year || about.Before is not { } before
            ? new([])
            : RegisterDifference.Between(await years.RegisterAsync(before, cancellation), await years.RegisterAsync(version, cancellation));
    }
}
