using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>Converts <see cref="EquatableList{T}"/> to and from a JSON array, for any type of item.</summary>
public sealed class EquatableListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EquatableListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

public sealed class EquatableListConverter<T> : JsonConverter<EquatableList<T>>
{
    public override EquatableList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = JsonSerializer.Deserialize<T[]>(ref reader, options) ?? [];
        return items.Any(i => i is null) ? throw new JsonException("A list cannot contain null.") : items.ToEquatableList();
    }

    public override void Write(Utf8JsonWriter writer, EquatableList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, (IEnumerable<T>)value, options);
}
