using System.Text.Json;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>
/// A query as a citizen would type it, and the pages of which one must be the first result. The queries in Queries.json were written from
/// the data before the search was changed to answer questions.
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
