using System.Text.Encodings.Web;
using KawasakiServerless.Domain;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Renders pages to HTML, in parallel on all cores.</summary>
internal static class PageRenderer
{
    public static async Task RenderAsync<T>(
        ReportView view, IReadOnlyList<Page> pages, RenderedFiles<T> made, CancellationToken cancellation)
        where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        await using var services = ServicesOf(view);
        // Most of the largest pages, such as the lists of all records, are at the beginning of the list. Only one worker (a parallel task)
        // renders from the beginning, so that only one of these pages at a time is in memory; the other workers render from the end.
        var (gate, first, last) = (new Lock(), 0, pages.Count - 1);
        var workers = Math.Min(Environment.ProcessorCount, pages.Count);
        await Task.WhenAll(
            Enumerable.Range(0, workers).Select(worker => Task.Run(() => RenderSomeAsync(worker == 0 ? First : Last), cancellation)));

        async Task RenderSomeAsync(Func<Page?> next)
        {
            using var text = new Utf8Text();
            while (next() is { } page)
            {
                cancellation.ThrowIfCancellationRequested();
                made.Add(await RenderAsync(services, page, text));
            }
        }

        Page? First()
        {
            lock (gate)
                return first > last ? null : pages[first++];
        }

        Page? Last()
        {
            lock (gate)
                return first > last ? null : pages[last--];
        }
    }

    public static async Task<SiteFile> RenderAsync(ReportView view, Page page)
    {
        await using var services = ServicesOf(view);
        using var text = new Utf8Text();
        return await RenderAsync(services, page, text);
    }

    private static ServiceProvider ServicesOf(ReportView view) => new ServiceCollection()
        .AddSingleton<HtmlEncoder>(PlainHtmlEncoder.Instance)
        .AddSingleton(view)
        .AddSingleton(view.Links)
        .AddSingleton<Repeated>()
        .BuildServiceProvider();

    // An HtmlRenderer keeps every component that it has rendered in memory, so each page is rendered with a new HtmlRenderer.
    private static async Task<SiteFile> RenderAsync(ServiceProvider services, Page page, Utf8Text text)
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync(page.Component, page.Parameters)).WriteHtmlTo(text));
        return new(page.File, "text/html; charset=utf-8", CacheRules.Short, text.Take()) { Inputs = page.Inputs };
    }
}
