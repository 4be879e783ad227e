using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Pipeline;

/// <summary>Sets the headers of every response, also of rejections and failures.</summary>
public static class ResponseHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri "
            + "'none'; frame-ancestors 'none'";

    // For a year after any response, browsers send every request to this host by https, even if a person types or follows an http address.
    private const string OnlyHttps = "max-age=31536000";

    // Paths whose responses are for staff. No browser or proxy may cache these responses, including rejections and failures.
    private static readonly PathString Api = "/api", Staff = "/staff";

    /// <summary>
    /// Must be the first middleware. OnStarting callbacks run in reverse order, so this one runs last and restores the headers that the
    /// exception handler clears or overrides.
    /// </summary>
    public static void UseResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => WriteAsync(context));
        return next(context);
    });

    private static Task WriteAsync(HttpContext context)
    {
        var (headers, isStaff) = (context.Response.Headers, IsIn(Staff, context));
        headers.XContentTypeOptions = "nosniff";
        if (context.RequestServices.GetRequiredService<OwnOrigins>().AreSecure)
            headers.StrictTransportSecurity = OnlyHttps;
        if (isStaff)
            Protect(headers);
        if (IsIn(Api, context) || (isStaff && !IsAsset(context)))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // The referrer policy is `same-origin` and not `no-referrer`, because a browser that sends no referrer does not send the page's origin
    // with a form either, and OwnOrigins would reject the form.
    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    // Assets may be cached forever, because the file name contains a hash of the content.
    private static bool IsAsset(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
            && context.Request.Path.StartsWithSegments(StaffAssets.Folder, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(PathString folder, HttpContext context) =>
        context.Request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
