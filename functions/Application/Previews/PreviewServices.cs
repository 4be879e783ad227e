namespace KawasakiServerless.Application.Previews;

public static class PreviewServices
{
    public static IServiceCollection AddPreviews(this IServiceCollection services) =>
        services.AddSingleton<PreviewInputs>().AddSingleton<SitePreviews>();
}
