namespace KawasakiServerless.Application.StartUp;

public static class StartUpServices
{
    /// <param name="services">The service collection of a process that serves HTTP requests or timers.</param>
    /// <param name="opened">The reporting year that is opened if no year has been opened yet.</param>
    public static IServiceCollection AddStartUp(this IServiceCollection services, OpenedYear opened) => services
        .AddSingleton(opened)
        .AddSingleton<Preparation>()
        .AddHostedService(provider => provider.GetRequiredService<Preparation>());
}
