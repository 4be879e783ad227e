using Azure;

namespace KawasakiServerless.Storage.Tables;

internal sealed record Query(string Path, ContinuationNames Names)
{
    public string? Filter { get; init; }

    public int? PageSize { get; init; }

    public string? Select { get; init; }

    /// <summary>Null, which means every column, when none is named.</summary>
    public static string? Columns(IEnumerable<string>? select) =>
        string.Join(',', select ?? []) is { Length: > 0 } columns ? columns : null;
}

internal sealed record ContinuationNames(string First, string Second)
{
    public static ContinuationNames OfEntities { get; } = new("NextPartitionKey", "NextRowKey");

    public static ContinuationNames OfTables { get; } = new("NextTableName", "");
}

/// <summary>Where the next page starts; the second key may be missing.</summary>
internal sealed record Continuation(string First, string? Second)
{
    public static Continuation? In(Response response, ContinuationNames names) =>
        response.Headers.TryGetValue($"x-ms-continuation-{names.First}", out var first) && !string.IsNullOrEmpty(first)
            ? new(first, response.Headers.TryGetValue($"x-ms-continuation-{names.Second}", out var second) ? second : null)
            : null;

    public static Continuation? Parse(string? token) => token?.Split(' ', 2) switch
    {
        [{ Length: > 0 } first] => new(first, null),
        [{ Length: > 0 } first, var second] => new(first, second),
        _ => null,
    };

    public override string ToString() => Second is null ? First : $"{First} {Second}";
}
