namespace KawasakiServerless.Storage.Tests;

public sealed class StorageConnectionFacts
{
    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "kawasaki", "https://kawasaki.blob.core.windows.net/")]
    [InlineData("AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=kawasaki;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://kawasaki.blob.core.windows.net/")]
    public void AnAccountIsFoundByNameOrByConnectionString(string name, string value, string blobs)
    {
        Func<string, string?> settings = asked => asked == name ? value : null;

        Assert.True(StorageConnection.IsConfigured(settings));
        Assert.StartsWith(blobs, StorageConnection.Open(settings).Web.Client.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void ServicesMayBeNamedOneByOne()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage__blobServiceUri"] = "https://blobs.example/",
            ["AzureWebJobsStorage__tableServiceUri"] = "https://tables.example/",
            ["AzureWebJobsStorage__credential"] = "managedidentity",
        };

        Assert.Equal("blobs.example", StorageConnection.Open(settings.GetValueOrDefault).Web.Client.Uri.Host);
    }

    [Fact]
    public void WithoutASettingNothingIsConfiguredAndOpeningSaysWhatToSet()
    {
        Assert.False(StorageConnection.IsConfigured(_ => null));
        Assert.Contains("AzureWebJobsStorage", Assert.Throws<InvalidOperationException>(() => StorageConnection.Open(_ => null)).Message, StringComparison.Ordinal);
    }
}
