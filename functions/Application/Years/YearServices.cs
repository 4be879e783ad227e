namespace KawasakiServerless.Application.Years;

public static class YearServices
{
    public static IServiceCollection AddYears(this IServiceCollection services) =>
        services.AddSingleton<YearLifecycle>().AddSingleton<YearRelease>();
}
