namespace KawasakiServerless.Storage.Tests;

public sealed class StorageConnectionTests
{
    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "kawasaki", "https://kawasaki.blob.core.windows.net/")]
    [InlineData(
        "AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=kawasaki;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://kawasaki.blob.core.windows.net/")]
    public void AnAccountIsFoundByNameOrByConnectionString(string name, string value, string blobs)
    {
        Func<string, string?> settings = asked => asked == name ? value : null;

        Assert.True(StorageConnection.IsConfigured(settings));
        Assert.StartsWith(blobs, StorageConnection.Open(settings).Web.Client.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void TheBlobAndTableServicesMayBeGivenBySeparateAddresses()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage__blobServiceUri"] = "https://blobs.example/",
            ["AzureWebJobsStorage__tableServiceUri"] = "https://tables.example/",
            ["AzureWebJobsStorage__credential"] = "managedidentity",
        };

        Assert.Equal("blobs.example", StorageConnection.Open(settings.GetValueOrDefault).Web.Client.Uri.Host);
    }

    // App Service ends a request after 230 s.
    [Fact]
    public void ACallToStorageThatDoesNotAnswerFailsWithinTwoMinutes() => Assert.All(
        new[] { StorageConnection.BlobOptions().Retry, StorageConnection.TableOptions().Retry },
        retry => Assert.InRange(
            (retry.NetworkTimeout * (1 + retry.MaxRetries)) + (retry.Delay * Math.Pow(2, retry.MaxRetries)), TimeSpan.Zero,
            TimeSpan.FromMinutes(2)));

    [Theory]
    [InlineData("SiteStorage__accountName", "kawasakisite", "https://kawasakisite.blob.core.windows.net/$web")]
    [InlineData("SiteStorage__blobServiceUri", "https://site.example/", "https://site.example/$web")]
    [InlineData(
        "SiteStorage", "DefaultEndpointsProtocol=https;AccountName=kawasakisite;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://kawasakisite.blob.core.windows.net/$web")]
    [InlineData("SiteStorage__accountName", "", "https://kawasaki.blob.core.windows.net/$web")]
    public void ThePublicSiteMayHaveAnAccountOfItsOwn(string name, string value, string web)
    {
        var storage = StorageConnection.Open(
            asked => asked == name ? value : asked == "AzureWebJobsStorage__accountName" ? "kawasaki" : null);

        Assert.Equal(web, Uri.UnescapeDataString(storage.Web.Client.Uri.AbsoluteUri));
        Assert.Equal("https://kawasaki.blob.core.windows.net/content", storage.Content.Client.Uri.AbsoluteUri);
    }

    [Fact]
    public void AWrongConnectionStringIsNamedWithoutItsContent()
    {
        var wrong = Assert.Throws<InvalidOperationException>(
            () => StorageConnection.Open(asked => asked == "SiteStorage" ? "AccountKey=c2VjcmV0" : asked == "AzureWebJobsStorage__accountName" ? "kawasaki" : null));

        Assert.StartsWith("SiteStorage is not a connection string", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutASettingStorageIsNotConfiguredAndOpeningItNamesTheSetting()
    {
        Assert.False(StorageConnection.IsConfigured(_ => null));
        Assert.Contains("AzureWebJobsStorage", Assert.Throws<InvalidOperationException>(() => StorageConnection.Open(_ => null)).Message,
            StringComparison.Ordinal);
    }
}
