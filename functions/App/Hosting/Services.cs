using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Api;
using KawasakiServerless.Functions.NightlyPublish;
using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Functions.Purging;
using KawasakiServerless.Functions.Submissions;
using KawasakiServerless.Functions.Sweep;
using KawasakiServerless.Functions.Telemetry;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Functions.Hosting;

/// <summary>Everything the functions, the endpoints and the command line are made of.</summary>
public static class Services
{
    public static IServiceCollection AddCity(this IServiceCollection services, CityStorage storage, SiteOptions site) => services
        .AddMetrics()
        .AddSingleton<CityTelemetry>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(storage)
        .AddSingleton(site)
        .AddSingleton<SubmissionStore>()
        .AddSingleton<CurrentStore>()
        .AddSingleton<RecordStore>()
        .AddSingleton<YearStore>()
        .AddSingleton<AuditLog>()
        .AddSingleton<PublicationStore>()
        .AddSingleton<ManifestStore>()
        .AddSingleton<ContentStore>()
        .AddSingleton<HoldStore>()
        .AddSingleton<ChangeStore>()
        .AddSingleton<LiveSite>()
        .AddSingleton<LiveSiteWriter>()
        .AddSingleton<ReportStore>()
        .AddSingleton<WorkbookGates>()
        .AddSingleton<EarlierReports>()
        .AddSingleton<Attempts>()
        .AddSingleton<SubmissionEnds>()
        .AddSingleton<Acceptance>()
        .AddSingleton<MarkedReports>()
        .AddSingleton<ReleasedReport>()
        .AddSingleton<ChangeHistory>()
        .AddSingleton<SiteGates>()
        .AddSingleton<SiteKeeper>()
        .AddSingleton<SiteSwitch>()
        .AddSingleton<ReleasedSite>()
        .AddSingleton<Restoration>()
        .AddSingleton<Retention>()
        .AddSingleton<Publisher>()
        .AddSingleton<PurgeStore>()
        .AddSingleton<EarlierVersions>()
        .AddSingleton<SubmissionPurge>()
        .AddSingleton<PublicationPurge>()
        .AddSingleton<Purger>()
        .AddSingleton<Sweeper>()
        .AddSingleton<NightlyPublishFunction>()
        .AddSingleton<SweepFunction>()
        .AddSingleton<Templates>()
        .AddSingleton<DepartmentRequest>()
        .AddSingleton<WriteProbe>()
        .AddSingleton<HealthCheck>()
        .AddSingleton<Uploads>()
        .AddSingleton<RequestedWork>()
        .AddHostedService<RequestedWorker>()
        .ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));

    /// <summary>JSON as the API and the command line write it: camel case, Japanese readable, no value left out.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new EquatableListConverterFactory());
        return options;
    }
}
