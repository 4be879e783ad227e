using KawasakiServerless.Site;

namespace KawasakiServerless.Application.Publishing;

public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, SiteOptions site) => services
        .AddSingleton(site)
        .AddSingleton<ReleasedReport>()
        .AddSingleton<ChangeHistory>()
        .AddSingleton<SiteGates>()
        .AddSingleton<WorkbookCopies>()
        .AddSingleton<SiteKeeper>()
        .AddSingleton<LiveSiteWriter>()
        .AddSingleton<SiteSwitch>()
        .AddSingleton<ReleasedSite>()
        .AddSingleton<PublicationDifferences>()
        .AddSingleton<PublicationOverviews>()
        .AddSingleton<PublicationRequests>()
        .AddSingleton<Restoration>()
        .AddSingleton<Retention>()
        .AddSingleton<Publisher>();
}
