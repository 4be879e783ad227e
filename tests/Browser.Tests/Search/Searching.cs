using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>The search page as a visitor uses it.</summary>
internal static class Searching
{
    public const string Path = "/search/";

    public static ILocator Field(this Visitor visit) => visit.Page.Locator("#search-q");

    public static ILocator Status(this Visitor visit) => visit.Page.Locator("#search-status");

    public static ILocator Results(this Visitor visit) => visit.Page.Locator(".found h3 a");

    /// <summary>Opens the address of a query and waits for its answer.</summary>
    public static async Task SearchAsync(this Visitor visit, string query)
    {
        await visit.OpenAsync($"{Path}?q={Uri.EscapeDataString(query)}");
        await visit.AnswerAsync(query);
    }

    public static Task AnswerAsync(this Visitor visit, string query) => Assertions.Expect(visit.Status()).ToContainTextAsync($"「{query}」");

    /// <summary>
    /// Lets the page wait as long as this machine needs, without the sentence that a search takes more than two seconds.
    /// </summary>
    public static Task WaitPatientlyAsync(this Visitor visit) => visit.Page.AddInitScriptAsync(
        "const plain = setTimeout; window.setTimeout = (call, wait) => wait === 2000 ? 0 : plain(call, wait);");

    /// <summary>Returns the addresses of the results, in the order in which they are shown.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(this Visitor visit) =>
        await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.found h3 a')].map(a => a.getAttribute('href'))");

    /// <summary>Returns how many bytes of the search index an action loads, as transferred over the network.</summary>
    public static async Task<long> BytesOfAsync(this Visitor visit, Func<Task> action)
    {
        List<IRequest> requests = [];
        void Keep(object? sender, IRequest request) => requests.Add(request);
        visit.Page.RequestFinished += Keep;
        await action();
        visit.Page.RequestFinished -= Keep;
        var sizes = await Task.WhenAll(requests.Where(r => r.Url.EndsWith(".json", StringComparison.Ordinal)).Select(r => r.SizesAsync()));
        return sizes.Sum(s => (long)s.ResponseBodySize);
    }
}
