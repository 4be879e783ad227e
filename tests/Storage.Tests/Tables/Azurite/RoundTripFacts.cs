using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class RoundTripFacts(SharedAzurite azurite)
{
    public static TheoryData<object> Values =>
    [
        "", "a", " a ", "'quoted' \"twice\" \\", "一行目\r\n二行目\t𠮷👨‍👩‍👧\u2028\u2029\ufeff", new string('長', 32_000),
        true, false,
        0, int.MinValue, int.MaxValue,
        0L, long.MinValue, long.MaxValue, 9_007_199_254_740_993L,
        0d, -0d, 5d, -2e5, 1e16, 1e21, 0.1, 1.0 / 3, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_999),
        Array.Empty<byte>(), new byte[] { 0, 1, 254, 255 },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task EveryTypeComesBackAsItWas(object value)
    {
        var table = await Some.TableAsync(azurite);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value["Value"];
        var listed = (await table.QueryAsync<TableEntity>().ToListAsync())[0]["Value"];

        Assert.IsType(value.GetType(), read);
        Assert.Equal(value, read);
        Assert.Equal(value, listed);
    }

    [Fact]
    public async Task TimesAreStoredInUtc()
    {
        var table = await Some.TableAsync(azurite);
        var inJapan = new DateTimeOffset(2026, 4, 1, 8, 30, 0, TimeSpan.FromHours(9));

        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = inJapan, ["B"] = new DateTime(2026, 4, 1, 8, 30, 0, DateTimeKind.Unspecified) });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((inJapan, TimeSpan.Zero), (read.GetDateTimeOffset("A")!.Value, read.GetDateTimeOffset("A")!.Value.Offset));
        Assert.Equal(new DateTime(2026, 4, 1, 8, 30, 0, DateTimeKind.Utc), read.GetDateTime("B"));
    }

    [Fact]
    public async Task NullIsAMissingProperty()
    {
        var table = await Some.TableAsync(azurite);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Nothing"] = null });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.False(read.ContainsKey("Nothing"));
        Assert.Null(read.GetInt64("Nothing"));
    }

    [Fact]
    public async Task ATypeOfOnesOwnComesBackAsItWas()
    {
        var table = await Some.TableAsync(azurite);
        var plant = new Plant
        {
            PartitionKey = "trees",
            RowKey = "1",
            Name = "ケヤキ",
            Evergreen = true,
            Height = 20,
            Seeds = 1L << 40,
            Width = 3,
            Label = Guid.NewGuid(),
            Planted = new DateTimeOffset(2020, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Seen = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc),
            Photo = new BinaryData([1, 2, 3]),
            Flowers = Season.Autumn,
            Latin = "Zelkova serrata",
            Note = "not stored",
        };

        await table.AddEntityAsync(plant);
        var read = (await table.GetEntityAsync<Plant>("trees", "1")).Value;
        var columns = (await table.GetEntityAsync<TableEntity>("trees", "1")).Value;

        Assert.Equal(plant with { Timestamp = read.Timestamp, ETag = read.ETag, Note = null, Photo = read.Photo }, read);
        Assert.Equal([1, 2, 3], read.Photo!.ToArray());
        Assert.Equal("Zelkova serrata", columns.GetString("latin"));
        Assert.False(columns.ContainsKey("Shown") || columns.ContainsKey("Note") || columns.ContainsKey("Age"));
    }

    [Fact]
    public async Task AnyTextComesBackAsItWas()
    {
        var table = await Some.TableAsync(azurite);
        var character = Gen.OneOf(
            Gen.Elements('\'', '"', '\\', '\r', '\n', '\t', ' ', '{', '}', '\u3000', '川', 'é', '\u2028').Select(c => $"{c}"),
            Gen.Elements("𠮷", "👨‍👩‍👧", "か\u3099"),
            Gen.Choose(' ', '\ud7ff').Select(c => $"{(char)c}"));
        var text = Gen.ListOf(character).Select(string.Concat);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(text.ToArbitrary(), t =>
        {
            table.UpsertEntityAsync(new TableEntity("p", "r") { ["Value"] = t }, TableUpdateMode.Replace).GetAwaiter().GetResult();
            table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "s") { ["Value"] = t })]).GetAwaiter().GetResult();
            var alone = table.GetEntityAsync<TableEntity>("p", "r").GetAwaiter().GetResult().Value.GetString("Value");
            var together = table.GetEntityAsync<TableEntity>("p", "s").GetAwaiter().GetResult().Value.GetString("Value");
            return alone == t && together == t;
        }));
    }
}
