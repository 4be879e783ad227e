namespace KawasakiServerless.Application.StartUp;

public static class StartUpServices
{
    /// <param name="services">The services of a process that serves requests or timers.</param>
    /// <param name="opened">The year that takes submissions.</param>
    public static IServiceCollection AddStartUp(this IServiceCollection services, OpenedYear opened) => services
        .AddSingleton(opened)
        .AddSingleton<Preparation>()
        .AddHostedService(provider => provider.GetRequiredService<Preparation>());
}
