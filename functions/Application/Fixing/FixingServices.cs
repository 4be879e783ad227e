namespace KawasakiServerless.Application.Fixing;

public static class FixingServices
{
    public static IServiceCollection AddFixing(this IServiceCollection services) => services
        .AddSingleton<OpenedChecks>()
        .AddSingleton<FixHere>()
        .AddSingleton<RepairAll>();
}
