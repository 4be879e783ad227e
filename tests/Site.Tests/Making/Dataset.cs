using System.Text.Json;

namespace KawasakiServerless.Site.Tests;

/// <summary>The report of 2018 as it was read from the paper, file by file.</summary>
internal static class Dataset
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ViewpointRow> Viewpoints { get; } = Read<ViewpointRow[]>("viewpoints");

    public static IReadOnlyList<IndicatorRow> Indicators { get; } = Read<IndicatorRow[]>("indicators");

    public static IReadOnlyList<CollaborationRow> Collaborations { get; } = Read<CollaborationRow[]>("collaborations");

    public static WardRows Wards { get; } = Read<WardRows>("wards");

    public static IReadOnlyList<WardYearRow> WardHistory { get; } = Read<WardYearRow[]>("wardHistory");

    public static IReadOnlyList<StatisticRow> Statistics { get; } = Read<StatisticRow[]>("statistics");

    public static IReadOnlyList<NarrativeRow> Narrative { get; } = Read<NarrativeRow[]>("narrative");

    private static T Read<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Dataset", $"{name}.json"));
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }
}

public sealed record ViewpointRow(int Number, AreaRow[] PolicyAreas);

public sealed record AreaRow(string Name, string[] Departments, InitiativeRow[] Initiatives, string[] Directions);

public sealed record InitiativeRow(string Text);

public sealed record IndicatorRow(int Viewpoint, string PolicyArea, int Position, SeriesRow[] Series);

public sealed record SeriesRow(string Name, string? Group, string? Unit, bool Cumulative, ValueRow[] Values, string[] Notes);

public sealed record ValueRow(int FiscalYear, decimal? Value, string? Text);

public sealed record CollaborationRow(string LeadNormalized, string PartnersText, string Name, string Outline, string Direction);

public sealed record WardRows(CategoryRow[] CommonEfforts, WardRow[] Wards);

public sealed record CategoryRow(string Category, string[] Items);

public sealed record WardRow(string Name, string[] Items);

public sealed record WardYearRow(int FiscalYear, string Ward, HeadingRow[] Groups);

public sealed record HeadingRow(string? Heading, string[] Items);

public sealed record StatisticRow(string Section, string Name, PeriodRow Period, decimal Total, ShareRow[] Shares);

public sealed record PeriodRow(string From, string To);

public sealed record ShareRow(string Label, decimal Percent, string? Note);

public sealed record NarrativeRow(string Document, string[] Path, BlockRow[] Blocks);

public sealed record BlockRow(string Type, string Text);
