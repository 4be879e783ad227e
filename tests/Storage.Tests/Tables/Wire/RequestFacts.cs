using System.Net;
using System.Text.RegularExpressions;
using Azure;
using KawasakiServerless.Storage.Tables;
using static KawasakiServerless.Storage.Tables.TableTransactionActionType;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

public sealed partial class RequestFacts
{
    private const string Common = "Accept: application/json;odata=minimalmetadata\nDataServiceVersion: 3.0";
    private const string WithBody = "Accept: application/json;odata=minimalmetadata\nContent-Type: application/json\nDataServiceVersion: 3.0";
    private const string Address = "https://city.table.core.windows.net/things(PartitionKey='o%27%27b',RowKey='a%20%25%E5%B7%9D')";
    private const string Json = """{"PartitionKey":"o\u0027b","RowKey":"a %\u5DDD","N":1}""";
    private static readonly TableEntity Entity = new("o'b", "a %川") { ["N"] = 1, ["None"] = null, ETag = new ETag("x"), Timestamp = DateTimeOffset.UnixEpoch };

    [Fact]
    public Task CreatingATable() => Sends(
        $$"""
        POST https://city.table.core.windows.net/Tables
        {{WithBody}}
        Prefer: return-no-content
        x-ms-version: 2020-12-06
        {"TableName":"things"}
        """,
        t => t.CreateIfNotExistsAsync());

    [Fact]
    public Task DeletingATable() => Sends(
        $"""
        DELETE https://city.table.core.windows.net/Tables('things')
        {Common}
        x-ms-version: 2020-12-06
        """,
        t => t.DeleteAsync());

    [Fact]
    public Task Adding() => Sends(
        $"""
        POST https://city.table.core.windows.net/things
        {WithBody}
        Prefer: return-no-content
        x-ms-version: 2020-12-06
        {Json}
        """,
        t => t.AddEntityAsync(Entity));

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH")]
    [InlineData(TableUpdateMode.Replace, "PUT")]
    public Task Upserting(TableUpdateMode mode, string method) => Sends(
        $"""
        {method} {Address}
        {WithBody}
        Prefer: return-no-content
        x-ms-version: 2020-12-06
        {Json}
        """,
        t => t.UpsertEntityAsync(Entity, mode));

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH", "*")]
    [InlineData(TableUpdateMode.Replace, "PUT", "W/\"datetime'2026'\"")]
    public Task Updating(TableUpdateMode mode, string method, string etag) => Sends(
        $"""
        {method} {Address}
        {WithBody}
        If-Match: {etag}
        Prefer: return-no-content
        x-ms-version: 2020-12-06
        {Json}
        """,
        t => t.UpdateEntityAsync(Entity, new ETag(etag), mode));

    [Theory]
    [InlineData(null, "*")]
    [InlineData("*", "*")]
    [InlineData("W/\"1\"", "W/\"1\"")]
    public Task Deleting(string? etag, string sent) => Sends(
        $"""
        DELETE {Address}
        {Common}
        If-Match: {sent}
        x-ms-version: 2020-12-06
        """,
        t => t.DeleteEntityAsync("o'b", "a %川", etag is null ? default : new ETag(etag)));

    [Fact]
    public Task Getting() => Sends(
        $"""
        GET {Address}?$select=RowKey%2CN
        {Common}
        x-ms-version: 2020-12-06
        """,
        t => t.GetEntityAsync<TableEntity>("o'b", "a %川", ["RowKey", "N"]),
        Recorder.Answer(HttpStatusCode.OK, "{}"));

    [Fact]
    public Task Querying() => Sends(
        $"""
        GET https://city.table.core.windows.net/things()?$filter=A%20eq%20%27o%27%27b%20%26%25%27&$top=50&$select=A%2CB
        {Common}
        x-ms-version: 2020-12-06
        """,
        t => t.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"A eq {"o'b &%"}"), 50, ["A", "B"]).ToListAsync(),
        Recorder.Answer(HttpStatusCode.OK, """{"value":[]}"""));

    [Fact]
    public async Task ATransactionIsOneChangesetOfWholeRequests()
    {
        var recorder = new Recorder(Recorder.Answer(HttpStatusCode.BadRequest));
        TableTransactionAction[] actions =
        [
            new(Add, new TableEntity("p", "1")), new(UpdateMerge, new TableEntity("p", "2"), new ETag("W/\"2\"")),
            new(UpsertReplace, new TableEntity("p", "'3")), new(Delete, new TableEntity("p", "4")),
        ];

        await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().SubmitTransactionAsync(actions));

        Assert.DoesNotContain("\n", recorder.Bodies[0].Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            """
            POST https://city.table.core.windows.net/$batch
            Accept: application/json;odata=minimalmetadata
            Content-Type: multipart/mixed; boundary=batch_#
            DataServiceVersion: 3.0
            x-ms-version: 2020-12-06
            --batch_#
            Content-Type: multipart/mixed; boundary=changeset_#

            --changeset_#
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://city.table.core.windows.net/things HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"1"}

            --changeset_#
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH https://city.table.core.windows.net/things(PartitionKey='p',RowKey='2') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"2"
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"2"}

            --changeset_#
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PUT https://city.table.core.windows.net/things(PartitionKey='p',RowKey='%27%273') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"\u00273"}

            --changeset_#
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://city.table.core.windows.net/things(PartitionKey='p',RowKey='4') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: *

            --changeset_#--
            --batch_#--
            """,
            Identifier().Replace(recorder.Show(), "#").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task EachTypeIsWrittenWithItsAnnotation()
    {
        var recorder = new Recorder(Recorder.Answer(HttpStatusCode.NoContent));

        await recorder.Table().AddEntityAsync(new TableEntity("p", "r")
        {
            ["L"] = 5L,
            ["D"] = 5d,
            ["E"] = 1e21,
            ["N"] = double.NaN,
            ["T"] = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(9)),
            ["G"] = Guid.Empty,
            ["B"] = new byte[] { 1 },
            ["Y"] = true,
            ["S"] = Season.Autumn,
        });

        Assert.Equal(
            """
            {"PartitionKey":"p","RowKey":"r","L@odata.type":"Edm.Int64","L":"5","D@odata.type":"Edm.Double","D":5.0,
            "E@odata.type":"Edm.Double","E":1E+21,"N@odata.type":"Edm.Double","N":"NaN",
            "T@odata.type":"Edm.DateTime","T":"2026-03-31T15:00:00.0000000Z",
            "G@odata.type":"Edm.Guid","G":"00000000-0000-0000-0000-000000000000","B@odata.type":"Edm.Binary","B":"AQ==","Y":true,"S":"Autumn"}
            """.Replace("\n", "", StringComparison.Ordinal),
            recorder.Bodies[0]);
    }

    [Fact]
    public async Task WhatATableCannotHoldIsRefused()
    {
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => new Recorder().Table().AddEntityAsync(new TableEntity("p", "r") { ["M"] = 1m }));

        Assert.Equal("A table cannot hold a System.Decimal.", e.Message);
    }

    private static async Task Sends(string expected, Func<TableClient, Task> operation, Func<HttpResponseMessage>? answer = null)
    {
        var recorder = new Recorder(answer ?? Recorder.Answer(HttpStatusCode.NoContent));
        await operation(recorder.Table());
        Assert.Equal(expected, recorder.Show());
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();
}
