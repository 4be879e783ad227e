using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Helpers for tests of publishing. A <see cref="City"/> runs the app's use cases against the storage emulator.</summary>
internal static class PublishedCity
{
    /// <summary>Opens a city, submits one department's initiatives, releases the year, and publishes it.</summary>
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

    /// <summary>Makes a submission current whose department, nowhere, is not in the register of the year.</summary>
    public static Task ReportFromUnknownDepartmentAsync(this City city) => city.Storage.Current.Client.AddEntityAsync(
        new TableEntity("2018", "nowhere")
        {
            ["Submission"] = "2018-nowhere",
            ["Sha256"] = "",
            ["SubmittedAt"] = DateTimeOffset.UnixEpoch
        });

    public static Task<Publication> PublishAsync(this City city, string trigger) =>
        city.Get<Publisher>().PublishAsync(trigger, "a test", default);

    public static async Task<Publication> NewestAsync(this City city) => (await city.Get<PublicationStore>().HistoryAsync(default))[0];

    public static async Task<Publication> StateOfAsync(this City city, string publication) =>
        (await city.Get<PublicationStore>().FindAsync(publication, default))!;

    /// <summary>
    /// Returns every file of the live site as readers get it: the hash of its bytes, and its headers. A file whose ETag is known from an
    /// earlier call has not changed since, and is not downloaded again.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> SiteAsync(this City city)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in city.Storage.Web.Client.GetBlobsAsync())
        {
            var version = (blob.Name, blob.Properties.ETag ?? default);
            if (!city.KnownFiles.TryGetValue(version, out var file))
                city.KnownFiles[version] = file = await city.FileAsync(blob.Name);
            files[blob.Name] = file;
        }

        return files;
    }

    /// <summary>Returns the method and the path of a request within the store, for example PUT $web/index.html.</summary>
    public static string Named(HttpRequestMessage request) =>
        $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Split('/', 3)[^1]}";

    /// <summary>
    /// Runs a publication until it sends the given request. Neither this request nor any later one arrives. Then breaks the publish lock,
    /// which the dead process has not released.
    /// </summary>
    public static Task DieAsync(this City city, FaultyNetwork network, Publication requested, string death) =>
        city.DieAsync(network, request => Named(request).StartsWith(death, StringComparison.Ordinal),
            () => city.Get<Publisher>().RunAsync(requested, default));

    /// <summary>
    /// Runs any work that takes the publish lock, until it sends a given request. Neither this request nor any later one arrives. Then
    /// breaks the publish lock, which the dead process has not released.
    /// </summary>
    /// <param name="city">The city whose publish lock is taken.</param>
    /// <param name="network">The network between the city and storage.</param>
    /// <param name="isDeath">Whether a request is the first one that does not arrive.</param>
    /// <param name="act">The work that is interrupted.</param>
    public static async Task DieAsync(this City city, FaultyNetwork network, Func<HttpRequestMessage, bool> isDeath, Func<Task> act)
    {
        var dead = false;
        network.IsCut = request =>
        {
            // Several requests are sent at the same time, so a later request must not reset what an earlier one has set.
            if (isDeath(request))
                dead = true;
            return dead;
        };
        await Xunit.Record.ExceptionAsync(act);
        Assert.True(dead, "It ended before it came to the request.");
        network.IsCut = _ => false;
        await city.Storage.Locks.Client.GetBlobClient("publish").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
    }

    private static async Task<string> FileAsync(this City city, string name)
    {
        var file = (await city.Storage.Web.Client.GetBlobClient(name).DownloadContentAsync()).Value;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PackedContent.HashOf(file.Content.ToMemory())} {file.Details.ContentType} {file.Details.CacheControl} "
                + $"{file.Details.ContentEncoding}");
    }
}
