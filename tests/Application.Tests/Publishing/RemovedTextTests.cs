using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

[Collection(SharedAzurite.Name)]
public sealed class RemovedTextTests(SharedAzurite azurite)
{
    private const string Topic = "topics/care/index.html", Redirect = "url=/topics/";

    [Fact]
    public async Task TheAddressOfARemovedTopicRedirectsInEveryLaterPublication()
    {
        await using var city = await azurite.PublishedAsync(null, "一");
        await using var without = City.WithContent(city, ContentWithout("care.md"));

        Assert.Equal(PublicationState.Live, (await without.PublishAsync(Triggers.Request)).State);
        Assert.Contains(Redirect, await Stores.PageAsync(city.Connection, Topic), StringComparison.Ordinal);

        await without.ReportAsync("一", "二");
        Assert.Equal(PublicationState.Live, (await without.PublishAsync(Triggers.Request)).State);
        Assert.Contains(Redirect, await Stores.PageAsync(city.Connection, Topic), StringComparison.Ordinal);
        Assert.Contains("/topics/care/", await Stores.PageAsync(city.Connection, "redirects.json"), StringComparison.Ordinal);
    }

    private static SiteContent ContentWithout(string topic)
    {
        var folder = Directory.CreateTempSubdirectory("content-");
        try
        {
            var shipped = Path.GetDirectoryName(ContentFolders.Shipped.Settings)!;
            foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != topic))
                Copy(file, Path.Combine(folder.FullName, Path.GetRelativePath(shipped, file)));
            return SiteContent.Load(ContentFolders.Within(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
