using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

public sealed class KeyFacts
{
    private static readonly TableClient Table = new("AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:9/a", "things");

    [Theory]
    [InlineData("a/b", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData(@"a\b", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData("#", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData("?", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData("a\nb", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData("\u007f", @"A key cannot contain / \ # ? or a control character.")]
    [InlineData("\u0085", @"A key cannot contain / \ # ? or a control character.")]
    public async Task AForbiddenCharacterIsRefusedByEveryOperation(string key, string message)
    {
        var entity = Some.Entity("p", key);
        foreach (var operation in new Func<Task>[]
        {
            () => Table.AddEntityAsync(entity), () => Table.UpsertEntityAsync(entity), () => Table.UpdateEntityAsync(entity, Azure.ETag.All),
            () => Table.DeleteEntityAsync("p", key), () => Table.GetEntityAsync<TableEntity>("p", key),
            () => Table.GetEntityIfExistsAsync<TableEntity>("p", key), () => Table.GetEntityAsync<TableEntity>(key, "r"),
        })
        {
            var e = await Assert.ThrowsAsync<ArgumentException>(operation);
            Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ALongKeyIsRefused()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Table.DeleteEntityAsync(new string('k', 1_025), "r"));

        Assert.StartsWith("A key has at most 1024 characters; this one has 1025.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { '\ud842' })]
    [InlineData(new[] { 'a', '\udfb7', 'b' })]
    [InlineData(new[] { '\udfb7', '\ud842' })]
    public async Task HalfACharacterIsRefused(char[] key)
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Table.DeleteEntityAsync(new string(key), "r"));

        Assert.StartsWith("A key cannot contain half of a surrogate pair.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task AMissingKeyIsRefused() =>
        Assert.ThrowsAsync<ArgumentNullException>(() => Table.AddEntityAsync(new TableEntity { RowKey = "r" }));
}
