using KawasakiServerless.Site;

namespace KawasakiServerless.Application.Publishing;

public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, SiteOptions site) => services
        .AddSingleton(site)
        .AddSingleton<ReleasedYearsReader>()
        .AddSingleton<ChangeHistory>()
        .AddSingleton<SiteGates>()
        .AddSingleton<WorkbookCopies>()
        .AddSingleton<SiteArchive>()
        .AddSingleton<LiveSiteWriter>()
        .AddSingleton<SiteSwitch>()
        .AddSingleton<SitePublisher>()
        .AddSingleton<PublicationDifferences>()
        .AddSingleton<PublicationOverviews>()
        .AddSingleton<LiveYears>()
        .AddSingleton<PublicationRequests>()
        .AddSingleton<HoldLift>()
        .AddSingleton<Restoration>()
        .AddSingleton<ReplacedPublications>()
        .AddSingleton<Retention>()
        .AddSingleton<Publisher>();
}
