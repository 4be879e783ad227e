using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Pipeline;

/// <summary>The headers that every answer carries, whichever route, check or failure wrote it.</summary>
public static class ResponseHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri "
            + "'none'; frame-ancestors 'none'";

    // What staff see must not stay in a browser's or a proxy's cache, refusals and failures included.
    private static readonly PathString Api = "/api", Staff = "/staff";

    /// <summary>
    /// Comes first in the pipeline: callbacks run in reverse order, so this one overrides the cache headers of the exception handler, which
    /// also clears all others.
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
        if (isStaff)
            Protect(headers);
        if (IsIn(Api, context) || (isStaff && !IsAsset(context)))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // `same-origin`, since a browser that sends no referrer sends no Origin with a form either.
    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    // Named by its content.
    private static bool IsAsset(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
            && context.Request.Path.StartsWithSegments(StaffAssets.Folder, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(PathString folder, HttpContext context) =>
        context.Request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
