using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Staff.Accounts;

/// <summary>The addresses for signing in and out: App Service authentication (Entra ID), or the development page of a local run.</summary>
internal static class SignInLinks
{
    public const string ReturnTo = "to", Home = "/staff/";

    public static bool IsDevelopment(HttpContext context) => context.RequestServices.GetService<DevelopmentSessions>() is not null;

    /// <summary>
    /// The address for signing in, which then returns to the requested screen; for a form, to the screen that contained the form.
    /// </summary>
    public static string To(HttpContext context) =>
        To(context, HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString.Value : OpenedIn(context)
            ?? Home);

    /// <summary>The portal screen from which a request came; null for none.</summary>
    public static string? OpenedIn(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var referrer)
        && referrer.Authority == context.Request.Host.Value
        && referrer.AbsolutePath.StartsWith(Home, StringComparison.Ordinal) ? referrer.PathAndQuery : null;

    /// <param name="context">The context of the request.</param>
    /// <param name="path">The path to return to.</param>
    public static string To(HttpContext context, string path) => IsDevelopment(context)
        ? $"/staff/sign-in?{ReturnTo}={Uri.EscapeDataString(path)}"
        : $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path)}";

    public static string SignOut(HttpContext context) => IsDevelopment(context)
        ? "/staff/sign-out"
        : $"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString("/staff/signed-out")}";

    /// <summary>Restricts the requested path to the portal, so that no one can be redirected to another site.</summary>
    public static string OwnPath(string? asked) =>
        asked is not null && asked.StartsWith(Home, StringComparison.Ordinal) && !asked.Contains('\\', StringComparison.Ordinal)
            && !asked.Any(char.IsControl)
            ? asked
            : Home;
}
