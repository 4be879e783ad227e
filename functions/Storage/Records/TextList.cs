using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

/// <summary>Stores a list of texts in one column, as a JSON array.</summary>
internal static class TextList
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Join(IEnumerable<string> items) => JsonSerializer.Serialize(items, Json);

    public static EquatableList<string> Read(TableEntity row, string column) =>
        (JsonSerializer.Deserialize<string[]>(row.Require(column), Json) ?? []).ToEquatableList();
}
