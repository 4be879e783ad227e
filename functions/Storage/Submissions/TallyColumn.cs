using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Stores a <see cref="FindingTally"/> in one column, as JSON.</summary>
internal static class TallyColumn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string? Write(FindingTally? tally) => tally is null ? null : JsonSerializer.Serialize(tally, Json);

    public static FindingTally? Read(TableEntity row, string column) =>
        row.Text(column) is { } json ? JsonSerializer.Deserialize<FindingTally>(json, Json) : null;
}
