using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

public sealed class SignatureFacts
{
    [Theory]
    [InlineData("https://city.table.core.windows.net", "/city/things(PartitionKey='%20',RowKey='%E5%B7%9D%27%27')")]
    [InlineData("http://127.0.0.1:10002/city", "/city/city/things(PartitionKey='%20',RowKey='%E5%B7%9D%27%27')")]
    public async Task TheDateAndTheEncodedPathAreSigned(string endpoint, string resource)
    {
        var recorder = new Recorder(Recorder.Answer(HttpStatusCode.NoContent));

        await recorder.Table(endpoint).DeleteEntityAsync(" ", "川'");

        var date = Header(recorder, 0, "x-ms-date");
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Recorder.Key), Encoding.UTF8.GetBytes($"{date}\n{resource}"));
        Assert.True(DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Equal($"SharedKeyLite city:{Convert.ToBase64String(signature)}", Header(recorder, 0, "Authorization"));
    }

    [Fact]
    public async Task TheQueryIsNotSigned()
    {
        var recorder = new Recorder(Recorder.Answer(HttpStatusCode.OK, """{"value":[]}"""));

        await recorder.Table().QueryAsync<TableEntity>("A eq 1").ToListAsync();

        var text = $"{Header(recorder, 0, "x-ms-date")}\n/city/things()";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Recorder.Key), Encoding.UTF8.GetBytes(text));
        Assert.Equal($"SharedKeyLite city:{Convert.ToBase64String(signature)}", Header(recorder, 0, "Authorization"));
    }

    [Fact]
    public async Task EveryAttemptIsSigned()
    {
        var recorder = new Recorder(Recorder.Answer(HttpStatusCode.ServiceUnavailable), Recorder.Answer(HttpStatusCode.NoContent));

        await recorder.Table().DeleteEntityAsync("p", "r");

        Assert.Equal(2, recorder.Sent.Count);
        Assert.All([0, 1], i => Assert.StartsWith("SharedKeyLite city:", Header(recorder, i, "Authorization"), StringComparison.Ordinal));
    }

    private static string Header(Recorder recorder, int index, string name) => string.Join(',', recorder.Sent[index].Headers.GetValues(name));
}
