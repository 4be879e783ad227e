using System.Text;
using System.Text.Encodings.Web;
using KawasakiServerless.Domain;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Site;

/// <summary>Renders pages to HTML, as many at a time as there are cores.</summary>
internal static class PageRenderer
{
    public const string CacheControl = "public, max-age=300, must-revalidate";

    public static async Task<IReadOnlyList<SiteFile>> RenderAsync(ReportView view, IReadOnlyList<Page> pages, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<HtmlEncoder>(PlainHtmlEncoder.Instance)
            .AddSingleton(view)
            .AddSingleton(view.Links)
            .BuildServiceProvider();
        var files = new SiteFile[pages.Count];
        var workers = Math.Min(Environment.ProcessorCount, pages.Count);
        await Task.WhenAll(Enumerable.Range(0, workers)
            .Select(worker => Task.Run(() => RenderEveryAsync(worker, workers, services, pages, files, cancellation), cancellation)));
        return files;
    }

    private static async Task RenderEveryAsync(
        int first, int step, ServiceProvider services, IReadOnlyList<Page> pages, SiteFile[] files, CancellationToken cancellation)
    {
        for (var i = first; i < pages.Count; i += step)
        {
            cancellation.ThrowIfCancellationRequested();
            files[i] = await RenderAsync(services, pages[i]);
        }
    }

    // A renderer keeps every component it ever drew, so each page has its own.
    private static async Task<SiteFile> RenderAsync(ServiceProvider services, Page page)
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(page.Component, page.Parameters)).ToHtmlString());
        return new(page.File, "text/html; charset=utf-8", CacheControl, Encoding.UTF8.GetBytes(html));
    }
}
