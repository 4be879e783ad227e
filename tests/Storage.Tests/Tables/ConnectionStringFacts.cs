using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

public sealed class ConnectionStringFacts
{
    [Theory]
    [InlineData("AccountName=city;AccountKey=AAAA", "https://city.table.core.windows.net/things")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=city;AccountKey=AAAA;EndpointSuffix=core.example", "http://city.table.core.example/things")]
    [InlineData("accountname=city;AccountKey=AAA=;TableEndpoint=http://127.0.0.1:1/city/;", "http://127.0.0.1:1/city/things")]
    public void NamesTheTableEndpoint(string text, string address) => Assert.Equal(address, new TableClient(text, "things").Uri.AbsoluteUri);

    [Theory]
    [InlineData("", "The connection string has no AccountName.")]
    [InlineData("AccountName=city;Secret", "The connection string has no AccountKey.")]
    public void WhatIsMissingIsNamedWithoutTheRest(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => new TableClient(text, "things")).Message);
}
