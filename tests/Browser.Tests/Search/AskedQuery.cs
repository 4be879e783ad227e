using System.Text.Json;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>
/// A query as a citizen would type it, and the pages of which one must come first. Queries.json was written from the data before the search
/// was made to answer.
/// </summary>
internal sealed record AskedQuery(string Group, string Query, IReadOnlyList<string> First)
{
    public static IReadOnlyList<AskedQuery> All { get; } = Read();

    private static List<AskedQuery> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Search", "Queries.json"));
        return JsonSerializer.Deserialize<List<AskedQuery>>(file, JsonSerializerOptions.Web)!;
    }
}
