using KawasakiServerless.Application.NightlyPublish;

namespace KawasakiServerless.Web.Pipeline;

internal static class MissedNightChecking
{
    /// <summary>Lets incoming requests trigger the check for a nightly run whose timer did not fire.</summary>
    public static void UseMissedNightCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<MissedNightCheck>().StartIfDue();
        return next(context);
    });
}
