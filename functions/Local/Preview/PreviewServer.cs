using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Local.Preview;

/// <summary>
/// Serves a preview of a site on this machine. Adds to each page a script that reloads the page when the site has changed; the files of the
/// site itself do not contain the script.
/// </summary>
internal sealed class PreviewServer(PreviewSite site)
{
    private const string Folder = "/_preview/";

    public WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.MapGet($"{Folder}events", EventsAsync);
        app.MapGet($"{Folder}reload.js", () => Results.Text(PreviewPage.Script, "text/javascript"));
        app.MapGet($"{Folder}preview.css", () => Results.Text(PreviewPage.Styles, "text/css"));
        app.MapGet("/{**path}", (string? path, HttpContext context) => ServeAsync(path ?? "", context));
        return app;
    }

    // Sends a server-sent event for each new version until the browser closes the page.
    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        _ = int.TryParse(context.Request.Query["since"], CultureInfo.InvariantCulture, out var version);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            version = await site.NextAsync(version, context.RequestAborted);
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {version}\n\n"), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private async Task ServeAsync(string path, HttpContext context)
    {
        var state = site.State;
        if (state.Site is null)
            await SendAsync(context, 500, PreviewPage.WithoutSite(state));
        else if (await state.Site.FindAsync(path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path) is { } file)
            await SendAsync(context, 200, PreviewPage.Of(file, state));
        else if (!path.EndsWith('/') && await state.Site.FindAsync($"{path}/index.html") is not null)
            context.Response.Redirect($"/{Uri.EscapeDataString(path.TrimStart('/')).Replace("%2F", "/", StringComparison.Ordinal)}/");
        else if (await state.Site.FindAsync("404.html") is { } missing)
            await SendAsync(context, 404, PreviewPage.Of(missing, state));
    }

    private static async Task SendAsync(HttpContext context, int status, SiteFile file)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
