using System.Text.Json;
using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>The local run on empty data, with the sample year published, and one browser in front of it.</summary>
public sealed class City : IAsyncLifetime
{
    private const float Patience = 120_000;
    private readonly HttpClient http = new();
    private DirectoryInfo? data;
    private AppProcess? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>How the local run is started on its empty data.</summary>
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
            // Azurite still writes into the folder until the app has ended in its own way.
            await app.InterruptAsync();
            await app.DisposeAsync();
        }

        data?.Delete(recursive: true);
    }

    /// <summary>A table of the open data as published now: initiatives, indicators.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string table) =>
        [.. JsonElement.Parse(await http.GetByteArrayAsync(new Uri(Address, $"data/latest/{table}.json"))).EnumerateArray()];

    /// <summary>Publishes now, and waits until it is done.</summary>
    public async Task PublishAsync()
    {
        using var asked = await http.PostAsync(new Uri(Address, "api/publications"), null);
        var publication = new Uri(Address, asked.Headers.Location!);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience));
        while (await StateOfAsync(publication, patience.Token) is "requested" or "running")
            await Task.Yield();
    }

    /// <summary>Lets a fresh visitor in, without cookies or cache, and fails when the browser had anything to complain of.</summary>
    public async Task VisitAsync(Func<Visitor, Task> visit, Scripts scripts = Scripts.Enabled)
    {
        var complaints = await ComplaintsOfAsync(visit, scripts);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private async Task<string?> StateOfAsync(Uri publication, CancellationToken cancellation) =>
        JsonElement.Parse(await http.GetByteArrayAsync(publication, cancellation)).GetProperty("state").GetString();

    public async Task<IReadOnlyList<string>> ComplaintsOfAsync(Func<Visitor, Task> visit, Scripts scripts = Scripts.Enabled)
    {
        await using var context = await browser!.NewVisitAsync(Address, scripts);
        context.SetDefaultTimeout(Patience);
        var visitor = await Visitor.EnterAsync(context);
        await visit(visitor);
        // What the page still had to say arrives before it is closed.
        await visitor.Page.CloseAsync();
        return visitor.Complaints;
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
