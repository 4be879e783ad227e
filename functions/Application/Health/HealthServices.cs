namespace KawasakiServerless.Application.Health;

public static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<HealthCheck>();
}
