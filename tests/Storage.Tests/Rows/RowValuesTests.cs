using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>
/// Unknown columns of a row are ignored. If a required column is missing or a known one is damaged, the error names the row and the column.
/// </summary>
[Collection(OneAzurite.Name)]
public sealed class RowValuesTests(SharedAzurite azurite)
{
    private const string Submission = "2018-zaisei-20180801T120000000-abcdef";

    [Fact]
    public async Task UnknownColumnsOfARowAreIgnored()
    {
        var storage = await NewStorageAsync();
        var row = Row();
        row["Invented"] = "by a later version";
        await storage.Submissions.PutAsync(row, default);

        Assert.Equal(SubmissionState.Accepted, (await FindAsync(storage))?.State);
    }

    [Theory]
    [InlineData("State", null, "The row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef has no State.")]
    [InlineData("State", "Halted", "State of the row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef is Halted, which is unknown.")]
    [InlineData("State", "7777", "State of the row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef is 7777, which is unknown.")]
    [InlineData("UploadedAt", null, "The row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef has no UploadedAt.")]
    [InlineData(
        "Attempts", "two",
        "Attempts of the row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef is a String, but should have another type.")]
    [InlineData("Sha256", 1, "Sha256 of the row 2018-zaisei/2018-zaisei-20180801T120000000-abcdef is a Int32, but should have another type.")]
    public async Task AMissingOrDamagedColumnIsNamedInTheError(string column, object? value, string message)
    {
        var storage = await NewStorageAsync();
        var row = Row();
        row[column] = value;
        await storage.Submissions.PutAsync(row, default);

        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidDataException>(() => FindAsync(storage))).Message);
    }

    [Fact]
    public async Task ReadingAnEmptyRowFailsInEveryTable()
    {
        var storage = await NewStorageAsync();
        await storage.Publications.PutAsync(new("site", "p"), default);
        await storage.Publications.PutAsync(new("hold", "hold"), default);
        await storage.Publications.PutAsync(new("purge", "20180801T120000000-abcdef"), default);
        await storage.Current.PutAsync(new("2018", "zaisei"), default);
        await storage.Records.PutAsync(new("s", "initiative-000001"), default);

        foreach (var read in new Func<Task>[]
        {
            () => new PublicationStore(storage).HistoryAsync(default), () => new HoldStore(storage).FindAsync(default),
            () => new PurgeStore(storage).FindAsync("20180801T120000000-abcdef", default),
            () => new CurrentStore(storage).OfYearAsync(FiscalYear.Of(2018), default),
            () => new RecordStore(storage).ReadAsync("s", default),
        })
            await Assert.ThrowsAsync<InvalidDataException>(read);
    }

    private static TableEntity Row() => new("2018-zaisei", Submission)
    {
        ["State"] = "Accepted",
        ["Sha256"] = "00",
        ["UploadedAt"] = DateTimeOffset.UnixEpoch,
        ["UploadedBy"] = "a clerk",
    };

    private static Task<Submission?> FindAsync(CityStorage storage) =>
        new SubmissionStore(storage)
            .FindAsync(SubmissionId.TryParse(Submission, out var id) ? id : throw new InvalidOperationException("An id."), default);

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }
}
