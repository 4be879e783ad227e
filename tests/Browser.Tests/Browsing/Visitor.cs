using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// One page of the browser, with a record of everything that the browser reports as wrong. A request to another machine is recorded, too;
/// the command-line arguments of the browser keep it from leaving this machine.
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

    /// <summary>
    /// Requests to other machines, failed requests, unexpected statuses, console and script errors, and violations of the page's own
    /// Content-Security-Policy.
    /// </summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<Visitor> EnterAsync(IBrowserContext context)
    {
        var visitor = new Visitor(await context.NewPageAsync());
        await context.AddInitScriptAsync(TellsOfBreaches);
        // Uses events and not a Playwright route, because a route would turn off the browser's cache.
        context.Request += (_, request) => visitor.Note(request);
        context.Console += (_, message) => visitor.Note(message);
        context.WebError += (_, error) => visitor.complaints.Enqueue($"error in a script: {error.Error}");
        context.Response += (_, response) => visitor.Note(response);
        context.RequestFailed += (_, request) => visitor.complaints.Enqueue($"{request.Url} failed: {request.Failure}");
        return visitor;
    }

    /// <param name="path">The path from the site's root, for example /viewpoints/1/.</param>
    /// <param name="status">The HTTP status that the page itself must have.</param>
    public async Task OpenAsync(string path, int status = 200)
    {
        Expect(path, status);
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
    }

    /// <summary>Says which status the answer to a form may have that is sent next; one below 400 is always allowed.</summary>
    /// <param name="path">The path to which the form is sent, from the site's root.</param>
    /// <param name="status">The HTTP status of the answer.</param>
    public void Expect(string path, int status) => expected[path] = status;

    /// <summary>
    /// Leaves the page, which may still report something when it is left, and resets the window size and the emulated media.
    /// </summary>
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

    // Skips the message about a resource that was not loaded: the handlers of responses and of failed requests record it with its address.
    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            complaints.Enqueue($"console: {message.Text} ({message.Location})");
    }

    private void Note(IResponse response)
    {
        var isExpected = response.Request.IsNavigationRequest
            && expected.GetValueOrDefault(new Uri(response.Url).PathAndQuery) == response.Status;
        if (response.Status >= 400 && !isExpected)
            complaints.Enqueue($"{response.Url} answered {response.Status}");
    }
}
