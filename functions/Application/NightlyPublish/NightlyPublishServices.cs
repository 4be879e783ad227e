namespace KawasakiServerless.Application.NightlyPublish;

public static class NightlyPublishServices
{
    public static IServiceCollection AddNightlyPublish(this IServiceCollection services) => services
        .AddSingleton<NightlyRun>()
        .AddSingleton<MissedNight>()
        .AddSingleton<MissedNightCheck>()
        .AddSingleton<RegularSweep>();
}
