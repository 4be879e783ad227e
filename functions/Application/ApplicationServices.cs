using KawasakiServerless.Application.Audit;
using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Previews;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Keys;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application;

/// <summary>Registers every use case. Each feature folder has its own registration file, such as Audit/AuditServices.cs.</summary>
public static class ApplicationServices
{
    /// <param name="services">The service collection of the Azure Functions app, of the local run (the whole system on one developer
    /// machine) or of a console command.</param>
    /// <param name="storage">The storage accounts that hold all data.</param>
    /// <param name="site">The settings of the public site, such as its address and the licence of the data.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, CityStorage storage, SiteOptions site) => services
        .AddMetrics()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<CityTelemetry>()
        .AddSingleton<UploadTraces>()
        .AddStores(storage)
        .AddSubmissions()
        .AddChecks()
        .AddFixing()
        .AddDepartments()
        .AddRegisters()
        .AddPublishing(site)
        .AddPreviews()
        .AddPurging()
        .AddReviews()
        .AddYears()
        .AddAudit()
        .AddSweep()
        .AddNightlyPublish()
        .AddHealth()
        .AddBackground();

    private static IServiceCollection AddStores(this IServiceCollection services, CityStorage storage) => services
        .AddSingleton(storage)
        .AddSingleton<SubmissionStore>()
        .AddSingleton<CurrentStore>()
        .AddSingleton<NumberStore>()
        .AddSingleton<RecordStore>()
        .AddSingleton<ReportStore>()
        .AddSingleton<YearStore>()
        .AddSingleton<AuditLog>()
        .AddSingleton<PublicationStore>()
        .AddSingleton<ManifestStore>()
        .AddSingleton<ContentStore>()
        .AddSingleton<HoldStore>()
        .AddSingleton<ChangeStore>()
        .AddSingleton<LiveSite>()
        .AddSingleton<StaticWebsite>()
        .AddSingleton<PurgeStore>()
        .AddSingleton<EarlierVersions>()
        .AddSingleton<KeyStore>()
        .AddSingleton<CheckStore>()
        .AddSingleton<WriteProbe>();
}
