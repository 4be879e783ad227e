using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Staff.Accounts;

/// <summary>
/// The addresses for signing in and out. In Azure, these are routes of App Service authentication (Entra ID); in the local run, the
/// development sign-in page.
/// </summary>
internal static class SignInLinks
{
    public const string ReturnTo = "to", Home = "/staff/";

    public static bool IsDevelopment(HttpContext context) => context.RequestServices.GetService<DevelopmentSessions>() is not null;

    /// <summary>
    /// Returns the address for signing in, which afterwards redirects to the requested screen. If the request submits a form, the address
    /// redirects to the screen that contained the form, or to the home screen if that screen is unknown.
    /// </summary>
    public static string To(HttpContext context) =>
        To(context, HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString.Value : OpenedIn(context)
            ?? Home);

    /// <summary>
    /// Returns the portal screen from which the request was sent, according to the Referer header; null if there is none.
    /// </summary>
    public static string? OpenedIn(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var referrer)
        && referrer.Authority == context.Request.Host.Value
        && referrer.AbsolutePath.StartsWith(Home, StringComparison.Ordinal) ? referrer.PathAndQuery : null;

    /// <summary>
    /// Returns the address for signing in. If the session has expired because the browser was idle, the address signs out first and then
    /// shows the sign-in page.
    /// </summary>
    /// <param name="context">The context of the request.</param>
    /// <param name="path">The portal path to open after signing in.</param>
    public static string To(HttpContext context, string path) => IsDevelopment(context)
        ? SignInPage(path)
        : context.Features.Get<IdleSession>() is not null
        ? SignOutTo(SignInPage(path))
        : $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path)}";

    public static string SignOut(HttpContext context) => IsDevelopment(context) ? "/staff/sign-out" : SignOutTo("/staff/signed-out");

    private static string SignInPage(string path) => $"/staff/sign-in?{ReturnTo}={Uri.EscapeDataString(path)}";

    private static string SignOutTo(string path) => $"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString(path)}";

    /// <summary>
    /// Returns the path if it is within the portal, otherwise the home screen, so that a manipulated link cannot redirect to another site.
    /// </summary>
    public static string OwnPath(string? asked) =>
        asked is not null && asked.StartsWith(Home, StringComparison.Ordinal) && !asked.Contains('\\', StringComparison.Ordinal)
            && !asked.Any(char.IsControl)
            ? asked
            : Home;
}
