using System.Net;
using System.Text.Json;
using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// The local run (the app on this machine) on an empty data folder, with the samples of 2018 published, and one browser that visits it.
/// </summary>
public sealed class City : IAsyncLifetime
{
    private const float Patience = 120_000;
    private readonly HttpClient http = new();

    // Visitors whose visit is over, for the next visit with the same setting. At most one test uses this class at a time.
    private readonly Dictionary<Scripts, Visitor> idle = [];
    private DirectoryInfo? data;
    private AppProcess? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Starts the local run. Its argument is the empty folder for the data.</summary>
    internal Func<DirectoryInfo, Task<AppProcess>> Start { get; init; } = data => AppProcess.LocalAsync(data);

    public Uri Address => (app ?? throw new InvalidOperationException("InitializeAsync has not run.")).Address;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        data = Directory.CreateTempSubdirectory("kawasaki-browser-");
        app = await Start(data);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            // Azurite (the storage emulator) writes into the data folder until the app has shut down by itself, so the app is not killed.
            await app.InterruptAsync();
            await app.DisposeAsync();
        }

        data?.Delete(recursive: true);
    }

    /// <summary>Returns the rows of a table of the open data, such as initiatives or indicators, as published now.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string table) =>
        [.. JsonElement.Parse(await http.GetByteArrayAsync(new Uri(Address, $"data/latest/{table}.json"))).EnumerateArray()];

    /// <summary>Submits a workbook of a department as the coordinator.</summary>
    public async Task UploadAsync(string department, byte[] workbook)
    {
        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var answer = await http.PostAsync(new Uri(Address, $"api/departments/{department}/submissions?year=2018"), content);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Requests a publication, and waits until it has ended.</summary>
    public async Task PublishAsync()
    {
        using var asked = await http.PostAsync(new Uri(Address, "api/publications"), null);
        var publication = new Uri(Address, asked.Headers.Location!);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience));
        while (await StateOfAsync(publication, patience.Token) is "requested" or "running")
            await Task.Yield();
    }

    /// <summary>Runs a visit in a new browser context, without cookies or cache, and fails if the browser reported anything.</summary>
    public async Task VisitAsync(Func<Visitor, Task> visit, Scripts scripts = Scripts.Enabled)
    {
        var complaints = await ComplaintsOfAsync(visit, scripts);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    /// <summary>
    /// As <see cref="VisitAsync"/>, but by a visitor who may have been here before and has a full cache. Opening a browser window takes
    /// longer than looking at a page.
    /// </summary>
    public async Task VisitAgainAsync(Func<Visitor, Task> visit, Scripts scripts = Scripts.Enabled)
    {
        if (!idle.Remove(scripts, out var visitor))
            visitor = await EnterAsync(await browser!.NewVisitAsync(Address, scripts));
        await visit(visitor);
        await visitor.LeaveAsync();
        Assert.True(visitor.Complaints.Count == 0, string.Join('\n', visitor.Complaints));
        idle[scripts] = visitor;
    }

    private async Task<string?> StateOfAsync(Uri publication, CancellationToken cancellation) =>
        JsonElement.Parse(await http.GetByteArrayAsync(publication, cancellation)).GetProperty("state").GetString();

    public async Task<IReadOnlyList<string>> ComplaintsOfAsync(Func<Visitor, Task> visit, Scripts scripts = Scripts.Enabled)
    {
        await using var context = await browser!.NewVisitAsync(Address, scripts);
        var visitor = await EnterAsync(context);
        await visit(visitor);
        // Closing the page waits until the browser has delivered the page's last messages, so that no complaint is missed.
        await visitor.Page.CloseAsync();
        return visitor.Complaints;
    }

    private static Task<Visitor> EnterAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        return Visitor.EnterAsync(context);
    }
}

public enum Scripts
{
    Enabled,
    Disabled,
}

[CollectionDefinition(Name)]
public sealed class OneCity : ICollectionFixture<City>
{
    public const string Name = "City";
}
