using System.Text.Json;

namespace KawasakiServerless.MakeSamples;

/// <summary>The city's 2018 report as data, in the form of the JSON files in tests/Dataset.</summary>
public sealed record Dataset(
    IReadOnlyList<DatasetViewpoint> Viewpoints,
    IReadOnlyList<DatasetIndicators> Indicators,
    IReadOnlyList<DatasetCollaboration> Collaborations,
    DatasetWards Wards,
    IReadOnlyList<DatasetWardYear> WardHistory,
    IReadOnlyList<DatasetStatistic> Statistics,
    IReadOnlyList<DatasetPassages> Narrative)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Dataset Load(string folder) => new(
        Read<DatasetViewpoint[]>(folder, "viewpoints"),
        Read<DatasetIndicators[]>(folder, "indicators"),
        Read<DatasetCollaboration[]>(folder, "collaborations"),
        Read<DatasetWards>(folder, "wards"),
        Read<DatasetWardYear[]>(folder, "wardHistory"),
        Read<DatasetStatistic[]>(folder, "statistics"),
        Read<DatasetPassages[]>(folder, "narrative"));

    private static T Read<T>(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, $"{name}.json"));
        return JsonSerializer.Deserialize<T>(file, Json) ?? throw new JsonException($"{name}.json holds nothing.");
    }
}

public sealed record DatasetViewpoint(int Number, IReadOnlyList<DatasetArea> PolicyAreas);

public sealed record DatasetArea(
    string Name, IReadOnlyList<string> Departments, IReadOnlyList<DatasetInitiative> Initiatives, IReadOnlyList<string> Directions);

public sealed record DatasetInitiative(string Text, string? IndicatorText);

public sealed record DatasetIndicators(
    int Viewpoint, string PolicyArea, string Initiative, int Position, IReadOnlyList<DatasetSeries> Series);

public sealed record DatasetSeries(
    string Name, string? Group, string? Unit, bool Cumulative, IReadOnlyList<DatasetValue> Values, IReadOnlyList<string> Notes);

public sealed record DatasetValue(int FiscalYear, decimal? Value, string? Text);

public sealed record DatasetCollaboration(
    int No, string LeadNormalized, string PartnersText, string Name, string Outline, string Direction);

public sealed record DatasetWards(IReadOnlyList<DatasetEfforts> CommonEfforts, IReadOnlyList<DatasetWard> Wards);

public sealed record DatasetEfforts(string Category, IReadOnlyList<string> Items);

public sealed record DatasetWard(string Name, IReadOnlyList<string> Items);

public sealed record DatasetWardYear(int FiscalYear, string Ward, IReadOnlyList<DatasetWardGroup> Groups);

public sealed record DatasetWardGroup(string? Heading, IReadOnlyList<string> Items);

public sealed record DatasetStatistic(string Section, string Name, DatasetPeriod Period, decimal Total, IReadOnlyList<DatasetShare> Shares);

public sealed record DatasetPeriod(string From, string To);

public sealed record DatasetShare(string Label, decimal Percent, string? Note);

public sealed record DatasetPassages(string Document, IReadOnlyList<string> Path, IReadOnlyList<DatasetBlock> Blocks);

public sealed record DatasetBlock(string Type, string Text);
