using KawasakiServerless.Application.NightlyPublish;

namespace KawasakiServerless.Web.Pipeline;

internal static class NightWatching
{
    /// <summary>Makes requests detect a nightly run whose timer did not fire.</summary>
    public static void UseNightWatch(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<NightWatch>().Look();
        return next(context);
    });
}
