using KawasakiServerless.Application.NightlyPublish;

namespace KawasakiServerless.Web.Pipeline;

internal static class MissedNightChecking
{
    /// <summary>
    /// Lets incoming requests start the check whether a nightly run was missed because its timer did not fire, at most once every ten
    /// minutes.
    /// </summary>
    public static void UseMissedNightCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<MissedNightCheck>().StartIfDue();
        return next(context);
    });
}
