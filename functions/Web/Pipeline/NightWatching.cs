using KawasakiServerless.Application.NightlyPublish;

namespace KawasakiServerless.Web.Pipeline;

internal static class NightWatching
{
    /// <summary>Lets incoming requests trigger the check for a nightly run whose timer did not fire.</summary>
    public static void UseNightWatch(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<NightWatch>().Look();
        return next(context);
    });
}
