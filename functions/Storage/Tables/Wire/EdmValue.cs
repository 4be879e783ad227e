using System.Globalization;
using System.Text.Json;

namespace KawasakiServerless.Storage.Tables;

/// <summary>The eight EDM types of the Table service, to and from JSON.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations</remarks>
internal static class EdmValue
{
    private const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The value in one of the eight .NET types that stand for the EDM types.</summary>
    public static object Normalized(object value) => value switch
    {
        DateTime time => Utc(time),
        DateTimeOffset time => time.ToUniversalTime(),
        BinaryData data => data.ToArray(),
        Enum name => name.ToString(),
        float number => (double)number,
        byte or sbyte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint or ulong => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        string or bool or int or long or double or Guid or byte[] => value,
        _ => throw new NotSupportedException($"A table cannot hold a {value.GetType()}."),
    };

    public static DateTimeOffset Utc(DateTime time) =>
        new(time.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime());

    public static void Write(Utf8JsonWriter json, string name, object value)
    {
        var normalized = Normalized(value);
        if (TypeOf(normalized) is { } type)
            json.WriteString(name + Names.TypeSuffix, type);
        json.WritePropertyName(name);
        WriteValue(json, normalized);
    }

    public static object? Read(JsonElement json, string? type) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => ReadNumber(json, type),
        JsonValueKind.String => ReadText(json.GetString()!, type),
        var other => throw new FormatException($"A table entity cannot hold a JSON {other}."),
    };

    private static string? TypeOf(object value) => value switch
    {
        long => "Edm.Int64",
        double => "Edm.Double",
        Guid => "Edm.Guid",
        DateTimeOffset => "Edm.DateTime",
        byte[] => "Edm.Binary",
        _ => null,
    };

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteDouble(json, number); break;
            case Guid guid: json.WriteStringValue(guid); break;
            case DateTimeOffset time: json.WriteStringValue(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            default: throw new NotSupportedException($"A table cannot hold a {value.GetType()}.");
        }
    }

    private static void WriteDouble(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteRawValue(DoubleText(number));
        else
            json.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    /// <summary>Shortest text that reads back the same, with a point or an exponent so that no one takes it for an integer.</summary>
    public static string DoubleText(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    // The casts keep the compiler from making every number a double.
    private static object ReadNumber(JsonElement json, string? type) => type switch
    {
        "Edm.Double" => json.GetDouble(),
        "Edm.Int64" => (object)json.GetInt64(),
        _ => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
    };

    private static object ReadText(string text, string? type) => type switch
    {
        null or "Edm.String" => text,
        "Edm.Int64" => (object)long.Parse(text, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
        "Edm.Int32" => int.Parse(text, CultureInfo.InvariantCulture),
        "Edm.Boolean" => bool.Parse(text),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, AsUtc),
        "Edm.Binary" => Convert.FromBase64String(text),
        _ => throw new FormatException($"Unknown type {type}."),
    };
}
