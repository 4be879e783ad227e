using KawasakiServerless.Application.NightlyPublish;

namespace KawasakiServerless.Web.Pipeline;

internal static class MissedNightChecking
{
    /// <summary>
    /// Adds middleware that starts a background check on a request, but at most once every ten minutes. The check finds out whether a
    /// nightly run was missed because its timer did not fire, and makes up for it.
    /// </summary>
    public static void UseMissedNightCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<MissedNightCheck>().StartIfDue();
        return next(context);
    });
}
