using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Reviews;

public static class ReviewServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<ReviewStore>()
        .AddSingleton<ReviewWriter>()
        .AddSingleton<ReportReviews>()
        .AddSingleton<ValueConfirmations>()
        .AddSingleton<Boards>()
        .AddSingleton<BoardRepair>()
        .AddSingleton<ReleaseChecks>();
}
