using Azure;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class TableFacts(SharedAzurite azurite)
{
    [Fact]
    public async Task CreatingTwiceIsNoError()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = Some.TableName;

        var first = await service.CreateTableIfNotExistsAsync(name);
        var second = await service.CreateTableIfNotExistsAsync(name);

        Assert.Equal((204, 409), (first.GetRawResponse().Status, second.GetRawResponse().Status));
        Assert.Equal((name, name), (first.Value.Name, second.Value.Name));
    }

    [Fact]
    public async Task ABadNameIsRefused()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableServiceClient(azurite.ConnectionString).CreateTableIfNotExistsAsync("no-hyphens"));

        Assert.Equal(400, e.Status);
    }

    [Fact]
    public async Task TablesAreListedAndDeleted()
    {
        var service = new TableServiceClient(
            azurite.Azurite.TableEndpoint, new TableSharedKeyCredential(azurite.Azurite.AccountName, azurite.Azurite.AccountKey));
        var name = Some.TableName;
        await service.CreateTableIfNotExistsAsync(name);

        var found = await service.QueryAsync(TableClient.CreateQueryFilter($"TableName eq {name}")).ToListAsync();
        var deleted = await service.DeleteTableAsync(name);
        var again = await service.DeleteTableAsync(name);

        Assert.Equal(name, Assert.Single(found).Name);
        Assert.Equal((204, 404), (deleted.Status, again.Status));
    }

    [Fact]
    public async Task AMissingTableIsNotAMissingEntity()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(Some.TableName);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityIfExistsAsync<TableEntity>("p", "r"));

        Assert.Equal((404, "TableNotFound"), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task AWrongKeyIsRefused()
    {
        var wrong = new TableSharedKeyCredential(azurite.Azurite.AccountName, Convert.ToBase64String(new byte[64]));
        var table = new TableClient(azurite.Azurite.TableEndpoint, Some.TableName, wrong);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal((403, "AuthorizationFailure"), (e.Status, e.ErrorCode));
    }
}
