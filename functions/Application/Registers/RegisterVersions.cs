using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

/// <summary>Reads the versions of a year's register (台帳の版).</summary>
public sealed class RegisterVersions(YearStore years, RegisterVersionStore versions)
{
    /// <summary>The versions that the year stood on, newest first; nothing when the year is not open.</summary>
    public Task<IReadOnlyList<RegisterVersion>> OfYearAsync(FiscalYear year, CancellationToken cancellation) =>
        versions.HistoryAsync(year, cancellation);

    /// <summary>One of the versions that the year stood on.</summary>
    /// <returns>Null when it never did.</returns>
    public async Task<Register?> FindAsync(FiscalYear year, string version, CancellationToken cancellation) =>
        (await OfYearAsync(year, cancellation)).Any(v => v.Version == version) ? await years.RegisterAsync(version, cancellation) : null;

    /// <summary>What a version changed.</summary>
    /// <returns>Null when the year never stood on it; no difference for the version that the year was opened with.</returns>
    public async Task<RegisterDifference?> ChangedByAsync(FiscalYear year, string version, CancellationToken cancellation)
    {
        if ((await OfYearAsync(year, cancellation)).FirstOrDefault(v => v.Version == version) is not { } about)
            return null;
        return about.Year != year || about.Before is not { } before
            ? new([])
            : RegisterDifference.Between(await years.RegisterAsync(before, cancellation), await years.RegisterAsync(version, cancellation));
    }
}
