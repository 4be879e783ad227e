using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// One page of the browser, watched: everything a browser complains of is kept. What would leave this machine is stopped by the browser's
/// own arguments.
/// </summary>
public sealed class Visitor
{
    private const string TellsOfBreaches =
        "document.addEventListener('securitypolicyviolation', e => console.error(`policy ${e.effectiveDirective} stopped "
            + "${e.blockedURI}`))";

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<string, int> expected = new(StringComparer.Ordinal);

    private Visitor(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Requests to elsewhere, failed ones, console errors, and breaches of the page's own policy.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<Visitor> EnterAsync(IBrowserContext context)
    {
        var visitor = new Visitor(await context.NewPageAsync());
        await context.AddInitScriptAsync(TellsOfBreaches);
        // Not by a route, which would turn the browser's cache off.
        context.Request += (_, request) => visitor.Note(request);
        context.Console += (_, message) => visitor.Note(message);
        context.WebError += (_, error) => visitor.complaints.Enqueue($"error in a script: {error.Error}");
        context.Response += (_, response) => visitor.Note(response);
        context.RequestFailed += (_, request) => visitor.complaints.Enqueue($"{request.Url} failed: {request.Failure}");
        return visitor;
    }

    /// <param name="path">From the site's root: /viewpoints/1/.</param>
    /// <param name="status">What the page itself has to answer.</param>
    public async Task OpenAsync(string path, int status = 200)
    {
        expected[path] = status;
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
    }

    /// <summary>Leaves the page, which still may have something to say, and makes the window what it was.</summary>
    public async Task LeaveAsync()
    {
        await Page.GotoAsync("about:blank");
        await Page.SetViewportSizeAsync(1280, 720);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null, Media = Media.Null });
    }

    private void Note(IRequest request)
    {
        var address = new Uri(request.Url);
        if (!address.IsLoopback && address.Scheme is "http" or "https")
            complaints.Enqueue($"{address} is not on this machine");
    }

    // What did not load is told, with its address, by the response and by the failed request.
    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            complaints.Enqueue($"console: {message.Text} ({message.Location})");
    }

    private void Note(IResponse response)
    {
        if (response.Status >= 400 && expected.GetValueOrDefault(new Uri(response.Url).AbsolutePath) != response.Status)
            complaints.Enqueue($"{response.Url} answered {response.Status}");
    }
}
