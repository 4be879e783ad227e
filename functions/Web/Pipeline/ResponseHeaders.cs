namespace KawasakiServerless.Web.Pipeline;

/// <summary>The headers that every answer carries, whichever route, check or failure wrote it.</summary>
public static class ResponseHeaders
{
    // What staff see must not stay in a browser's or a proxy's cache, refusals and failures included.
    private static readonly PathString[] NeverStored = ["/api", "/staff"];

    /// <summary>Comes first in the pipeline: callbacks run in reverse order, so this one overrides the cache headers of the exception handler, which also clears all others.</summary>
    public static void UseResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => WriteAsync(context));
        return next(context);
    });

    private static Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (NeverStored.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
