using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

/// <summary>Nothing listens at the address: what is refused is refused before anything is sent.</summary>
public sealed class TransactionRulesFacts
{
    private static readonly TableClient Table = new("AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:9/a", "things");

    [Fact]
    public async Task AnEmptyTransactionIsRefused()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));

        Assert.Equal("A transaction needs at least one action.", e.Message);
    }

    [Fact]
    public Task MoreThanAHundredActionsAreRefused() =>
        Refused("A transaction has at most 100 actions; this one has 101.", [.. Enumerable.Range(0, 101).Select(i => Some.Add($"{i}"))]);

    [Fact]
    public Task TwoPartitionsAreRefused() =>
        Refused("A transaction stays within one partition.", Some.Add("a"), Some.Add("b", "q"));

    [Fact]
    public Task TheSameEntityTwiceIsRefused() =>
        Refused("A transaction names each entity once.", Some.Add("a"), Some.Add("b"), Some.Add("a"));

    [Fact]
    public Task ABadKeyIsRefused() =>
        Refused(@"A key cannot contain / \ # ? or a control character.", Some.Add("a/b"));

    [Fact]
    public Task MoreThanFourMebibytesAreRefused() => Refused(
        "A transaction has at most 4194304 bytes; this one has ",
        [.. Enumerable.Range(0, 45).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["Text"] = new string('長', 32_000) }))]);

    private static async Task Refused(string message, params TableTransactionAction[] actions)
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Table.SubmitTransactionAsync(actions));
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }
}
