namespace KawasakiServerless.Application.Purging;

public static class PurgingServices
{
    public static IServiceCollection AddPurging(this IServiceCollection services) => services
        .AddSingleton<ReviewPurge>()
        .AddSingleton<AffectedSubmissions>()
        .AddSingleton<PurgedReplacement>()
        .AddSingleton<SubmissionPurge>()
        .AddSingleton<PurgePlanner>()
        .AddSingleton<PublicationPurge>()
        .AddSingleton<Purger>();
}
