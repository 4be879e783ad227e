namespace KawasakiServerless.Application.Background;

public static class BackgroundServices
{
    public static IServiceCollection AddBackground(this IServiceCollection services) => services
        .AddSingleton<RequestedWork>()
        .AddHostedService<RequestedWorker>();
}
