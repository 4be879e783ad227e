using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>A row as a dictionary: values are string, bool, int, long, double, Guid, DateTimeOffset or byte[].</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official package's name.")]
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object?> properties;

    public TableEntity()
        : this(new Dictionary<string, object>(StringComparer.Ordinal))
    {
    }

    public TableEntity(string? partitionKey, string? rowKey)
        : this()
    {
        PartitionKey = partitionKey!;
        RowKey = rowKey!;
    }

    public TableEntity(IDictionary<string, object> values) =>
        properties = new(values.Select(p => KeyValuePair.Create(p.Key, (object?)p.Value)), StringComparer.Ordinal);

    public string PartitionKey
    {
        get => GetString(Names.PartitionKey)!;
        set => properties[Names.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(Names.RowKey)!;
        set => properties[Names.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => Get<DateTimeOffset>(Names.Timestamp);
        set => properties[Names.Timestamp] = value;
    }

    public ETag ETag
    {
        get => GetString(Names.ETag) is { } text ? new ETag(text) : default;
        set => properties[Names.ETag] = value == default ? null : value.ToString();
    }

    public string? GetString(string key) => Find(key) switch
    {
        null => null,
        string text => text,
        var other => throw WrongType(key, typeof(string), other),
    };

    public BinaryData? GetBinaryData(string key) => GetBinary(key) is { } bytes ? new BinaryData(bytes) : null;

    public byte[]? GetBinary(string key) => Find(key) switch
    {
        null => null,
        byte[] bytes => bytes,
        BinaryData data => data.ToArray(),
        var other => throw WrongType(key, typeof(byte[]), other),
    };

    public bool? GetBoolean(string key) => Get<bool>(key);

    public int? GetInt32(string key) => Get<int>(key);

    public long? GetInt64(string key) => Get<long>(key);

    public double? GetDouble(string key) => Get<double>(key);

    public Guid? GetGuid(string key) => Get<Guid>(key);

    public DateTime? GetDateTime(string key) => Find(key) is DateTime time ? time : Get<DateTimeOffset>(key)?.UtcDateTime;

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        Find(key) is DateTime time ? EdmValue.Utc(time) : Get<DateTimeOffset>(key);

    private object? Find(string key) => properties.GetValueOrDefault(key);

    private T? Get<T>(string key)
        where T : struct
        => Find(key) switch
        {
            null => null,
            T value => value,
            var other => throw WrongType(key, typeof(T), other),
        };

    private static InvalidOperationException WrongType(string key, Type wanted, object found) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Cannot return {wanted} type for a {found.GetType()} typed property '{key}'."));
}
