using System.Runtime.Serialization;
using Azure;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

internal enum Season
{
    Spring,
    Autumn,
}

/// <summary>An entity type of one's own with every kind of column.</summary>
internal sealed record Plant : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Name { get; init; }

    public bool Evergreen { get; init; }

    public int Height { get; init; }

    public int? Age { get; init; }

    public long Seeds { get; init; }

    public double Width { get; init; }

    public Guid Label { get; init; }

    public DateTimeOffset Planted { get; init; }

    public DateTime? Seen { get; init; }

    public BinaryData? Photo { get; init; }

    public Season Flowers { get; init; }

    [DataMember(Name = "latin")]
    public string? Latin { get; init; }

    [IgnoreDataMember]
    public string? Note { get; init; }

    public string Shown => $"{Name} ({Latin})";
}
