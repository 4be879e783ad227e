using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class QueryFacts(SharedAzurite azurite)
{
    [Fact]
    public async Task NothingFoundIsAnEmptyPage()
    {
        var table = await Some.TableAsync(azurite);

        Assert.Empty(await table.QueryAsync<TableEntity>("PartitionKey eq 'none'").ToListAsync());
        Assert.Empty(Assert.Single(await table.QueryAsync<TableEntity>().AsPages().ToListAsync()).Values);
    }

    [Fact]
    public async Task MoreThanAThousandComeInPages()
    {
        var table = await Some.TableAsync(azurite);
        foreach (var chunk in Enumerable.Range(0, 1_250).Chunk(100))
            await table.SubmitTransactionAsync(chunk.Select(i => Some.Add($"{i:D6}", "many 'p'")));

        var pages = await table.QueryAsync<TableEntity>("PartitionKey eq 'many ''p'''").AsPages().ToListAsync();
        var resumed = await table.QueryAsync<TableEntity>().AsPages(pages[0].ContinuationToken).ToListAsync();
        var small = await table.QueryAsync<TableEntity>(maxPerPage: 400, select: ["RowKey"]).AsPages().ToListAsync();

        Assert.Equal([1_000, 250], pages.Select(p => p.Values.Count));
        Assert.Equal(Enumerable.Range(0, 1_250).Select(i => $"{i:D6}"), pages.SelectMany(p => p.Values).Select(e => e.RowKey));
        Assert.Equal(250, Assert.Single(resumed).Values.Count);
        Assert.Equal([400, 400, 400, 50], small.Select(p => p.Values.Count));
        Assert.All(small[0].Values, e => Assert.False(e.ContainsKey("Title")));
    }

    [Fact]
    public async Task FiltersQuoteByType()
    {
        var table = await Some.TableAsync(azurite);
        var time = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var label = Guid.NewGuid();
        await table.AddEntityAsync(new TableEntity("p", "hit")
        {
            ["Text"] = "it's 50% 川崎 & co",
            ["Whole"] = 7,
            ["Long"] = 7_000_000_000L,
            ["Double"] = 7d,
            ["Yes"] = true,
            ["At"] = time,
            ["Label"] = label,
        });
        await table.AddEntityAsync(new TableEntity("p", "miss") { ["Text"] = "other", ["At"] = time.AddDays(1), ["Whole"] = 8 });

        foreach (var filter in new FormattableString[]
        {
            $"Text eq {"it's 50% 川崎 & co"}", $"Whole eq {7}", $"Long eq {7_000_000_000L}", $"Double eq {7d}", $"Yes eq {true}",
            $"At eq {time}", $"At le {time.ToOffset(TimeSpan.FromHours(9))}", $"Label eq {label}", $"Whole ge {1} and not (Text eq {"other"})",
        })
        {
            var found = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync();
            Assert.Equal("hit", Assert.Single(found).RowKey);
        }
    }
}
