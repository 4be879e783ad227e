using System.Globalization;
using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>What tests of publishing do with a city.</summary>
internal static class PublishedCity
{
    /// <summary>A released year with one department's initiatives, published.</summary>
    public static async Task<City> PublishedAsync(this SharedAzurite azurite, FaultyNetwork? network, params string[] initiatives)
    {
        var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync(initiatives);
        await city.ReleaseAsync();
        await city.PublishAsync(Triggers.Request);
        return city;
    }

    public static Task ReportAsync(this City city, params string[] initiatives) =>
        city.SubmitAsync("zaisei", Some.Workbook("zaisei", initiatives));

    public static Task<Publication> PublishAsync(this City city, string trigger) =>
        city.Get<Publisher>().PublishAsync(trigger, "a test", default);

    public static async Task<Publication> NewestAsync(this City city) => (await city.Get<PublicationStore>().HistoryAsync(default))[0];

    public static async Task<Publication> StateOfAsync(this City city, string publication) =>
        (await city.Get<PublicationStore>().FindAsync(publication, default))!;

    /// <summary>Every file of the live site as readers get it: its bytes and its headers.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SiteAsync(this City city)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in city.Storage.Web.Client.GetBlobsAsync())
        {
            var file = (await city.Storage.Web.Client.GetBlobClient(blob.Name).DownloadContentAsync()).Value;
            files[blob.Name] = string.Create(
                CultureInfo.InvariantCulture,
                $"{PackedContent.HashOf(file.Content.ToMemory())} {file.Details.ContentType} {file.Details.CacheControl} "
                    + $"{file.Details.ContentEncoding}");
        }

        return files;
    }

    /// <summary>The address of a request within the store: PUT $web/index.html.</summary>
    public static string Named(HttpRequestMessage request) =>
        $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Split('/', 3)[^1]}";

    /// <summary>
    /// Runs a publication until a request is sent; neither it nor anything after it arrives, and the lock stays taken until it is broken.
    /// </summary>
    public static Task DieAsync(this City city, FaultyNetwork network, Publication requested, string death) =>
        city.DieAsync(network, request => Named(request).StartsWith(death, StringComparison.Ordinal),
            () => city.Get<Publisher>().RunAsync(requested, default));

    /// <summary>The same of anything that takes the publish lock.</summary>
    /// <param name="city">Where it happens.</param>
    /// <param name="network">Of the city.</param>
    /// <param name="isDeath">Whether it is the request that is not sent any more.</param>
    /// <param name="act">What dies.</param>
    public static async Task DieAsync(this City city, FaultyNetwork network, Func<HttpRequestMessage, bool> isDeath, Func<Task> act)
    {
        var dead = false;
        network.IsCut = request =>
        {
            // Several requests come at once: what one of them has set, no other takes back.
            if (isDeath(request))
                dead = true;
            return dead;
        };
        await Xunit.Record.ExceptionAsync(act);
        Assert.True(dead, "It ended before it came to the request.");
        network.IsCut = _ => false;
        await city.Storage.Locks.Client.GetBlobClient("publish").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
    }
}
