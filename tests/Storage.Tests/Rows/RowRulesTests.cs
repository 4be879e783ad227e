using Azure.Data.Tables;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>
/// A row or key that Azure would refuse is refused before a request is sent. No server listens at the table's address, so a request would
/// end in a different error.
/// </summary>
public sealed class RowRulesTests
{
    private static readonly RowTable Table = new(
        new("AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:9/a", "things"), TimeSpan.Zero);

    public static TheoryData<string, string> BadKeys => new()
    {
        { "a/b", @"A key cannot contain / \ # ? or a control character." },
        { @"a\b", @"A key cannot contain / \ # ? or a control character." },
        { "#", @"A key cannot contain / \ # ? or a control character." }, { "?", @"A key cannot contain / \ # ? or a control character." },
        { "a\nb", @"A key cannot contain / \ # ? or a control character." },
        { "\u007f", @"A key cannot contain / \ # ? or a control character." },
        { "\u0085", @"A key cannot contain / \ # ? or a control character." },
        { new('k', 1_025), "A key has at most 1024 characters; this one has 1025." },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void ABadKeyIsRefusedByEveryCall(string key, string message) => Assert.All<Func<Task>>(
        [
            () => Table.FindAsync("p", key, default), () => Table.FindAsync(key, "r", default),
            () => Table.AddOnceAsync(Some.Row(key), default), () => Table.PutAsync(Some.Row(key), default),
            () => Table.TryUpdateAsync(Some.Row(key), new("1"), default), () => Table.TryRemoveAsync("p", key, new("1"), default),
            () => Table.PutAllAsync([Some.Row(key)], default),
        ],
        call => AssertRefused(message, call));

    // These keys are not test data of a theory, because the test runner cannot write half of a surrogate pair.
    [Fact]
    public void AKeyWithHalfASurrogatePairIsRefused() => Assert.All(
        ["\ud842", "a\udfb7b", "\udfb7\ud842"],
        key => AssertRefused("A key cannot contain half of a surrogate pair.", () => Table.PutAsync(Some.Row(key), default)));

    [Fact]
    public void ATransactionHasOneToAHundredRowsOfOnePartitionOnceEach()
    {
        AssertRefused("A transaction needs at least one row.", () => Table.PutAllAsync([], default));
        AssertRefused("A transaction has at most 100 rows; this one has 101.", () => Table.PutAllAsync(Some.Rows(101), default));
        AssertRefused("A transaction must stay within one partition.", () => Table.PutAllAsync([Some.Row("a"), Some.Row("b", "q")], default));
        AssertRefused(
            "A transaction may contain each row only once.", () => Table.PutAllAsync([Some.Row("a"), Some.Row("b"), Some.Row("a")], default));
        AssertRefused("A transaction may contain each row only once.", () => Table.TryRemoveAllAsync([Some.Row("a"), Some.Row("a")], default));
    }

    [Fact]
    public void ATransactionHasAtMostFourMebibytes() => AssertRefused(
        "A transaction has at most 4194304 bytes; this one has ",
        () =>
            Table.PutAllAsync(
                [.. Enumerable.Range(0, 45).Select(i => new TableEntity("p", $"{i}") { ["Text"] = new string('長', 32_000) })], default));

    [Theory]
    [InlineData(32_769, 1, "C1 has 32769 characters; the limit is 32768.")]
    [InlineData(30_000, 6, "bytes; the limit is 1048576.")]
    [InlineData(1, 260, "it has 260 columns; the limit is 252.")]
    public void ARowLargerThanTheServiceAllowsIsRefused(int length, int columns, string reason)
    {
        var row = new TableEntity("a", "b");
        foreach (var column in Enumerable.Range(1, columns))
            row[$"C{column}"] = new string('文', length);

        AssertRefused(reason, () => Table.PutAsync(row, default));
    }

    [Fact]
    public void AValueThatTheServiceWouldChangeIsRefused() => Assert.All<object>(
        ["半分\uD83D", double.NaN, new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero), new DateTime(2026, 4, 1, 0, 0, 0,
            DateTimeKind.Local), new DateTime(2026, 4, 1), new DateTime(1600, 12, 31, 0, 0, 0, DateTimeKind.Utc), 1m],
        value => AssertRefused("The row a/b cannot be stored: Value ", () => Table.PutAsync(new("a", "b") { ["Value"] = value }, default)));

    [Theory]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a-b")]
    public void AnInvalidColumnNameIsRefused(string name) =>
        AssertRefused(
            $"The row a/b cannot be stored: {name} is not a valid column name.", () => Table.PutAsync(new("a", "b") { [name] = 1 }, default));

    [Fact]
    public void UpdatingOrRemovingARowWithoutAVersionIsRefused()
    {
        AssertRefused("What was not read from storage has no version.", () => Table.TryUpdateAsync(Some.Row(), default, default));
        AssertRefused("What was not read from storage has no version.", () => Table.TryRemoveAsync("p", "r", default, default));
    }

    private static void AssertRefused(string message, Func<Task> call) =>
        Assert.Contains(
            message, Assert.ThrowsAny<ArgumentException>(() => call().GetAwaiter().GetResult()).Message, StringComparison.Ordinal);
}
