using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.StartUp;

/// <summary>The first reporting year, which a process opens when it starts if no year has been opened yet.</summary>
/// <param name="Year">The reporting year for which departments submit reports.</param>
/// <param name="Register">The register with which the year is opened.</param>
public sealed record OpenedYear(FiscalYear Year, Register Register);

/// <summary>
/// When the process starts, creates the tables and containers, opens the first reporting year and enables the static website. If storage is
/// not available, the process continues and retries until it succeeds.
/// </summary>
public sealed class Preparation(
    CityStorage storage, YearStore years, StaticWebsite website, OpenedYear opened, TimeProvider time, ILogger<Preparation> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(30);

    // How long a request waits for the preparation before it gets a 503 response.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits at most ten seconds for the preparation to complete.</summary>
    /// <returns>False when the preparation has not succeeded yet; the caller responds with 503.</returns>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        if (!ready.Task.IsCompleted)
            await Task.WhenAny(ready.Task, Task.Delay(Patience, time, cancellation));
        return ready.Task.IsCompletedSuccessfully;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var delay = FirstDelay; !await TryAsync(stoppingToken); delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
            await Task.Delay(delay, time, stoppingToken);
        ready.SetResult();
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await storage.EnsureCreatedAsync(cancellation);
            await OpenFirstYearAsync(cancellation);
            await SwitchOnWebsiteAsync(cancellation);
            return true;
        }
        catch (StorageException failure)
        {
            log.LogError(
                failure,
                "Storage could not be prepared; trying again. Check AzureWebJobsStorage, SiteStorage and the roles of the identity");
            return false;
        }
    }

    // Once a year is open, only the coordinator opens the next ones: a year cannot be removed, and one opened here would start with the
    // shipped register instead of the city's own.
    private async Task OpenFirstYearAsync(CancellationToken cancellation)
    {
        if (await years.AllAsync(cancellation) is [])
            await years.OpenAsync(opened.Year, opened.Register, cancellation);
    }

    private async Task SwitchOnWebsiteAsync(CancellationToken cancellation)
    {
        switch (await website.SwitchOnAsync(cancellation))
        {
            case WebsiteState.SwitchedOn:
                log.LogInformation("The static website of the site's storage account was enabled");
                break;
            case WebsiteState.Unknown:
                log.LogInformation(
                    "The app has no permission to check the static website; if readers get no pages, enable it in the account");
                break;
        }
    }
}
