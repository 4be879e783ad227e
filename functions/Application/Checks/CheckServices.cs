namespace KawasakiServerless.Application.Checks;

public static class CheckServices
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<Checking>()
        .AddSingleton<CheckAgain>()
        .AddSingleton<CheckSubmission>()
        .AddSingleton<RecentChecks>()
        .AddSingleton<MarkedChecks>();
}
