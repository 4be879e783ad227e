using System.Text.Json;

namespace KawasakiServerless.Domain.Tests;

/// <summary>The city's printed report of 2018, transcribed by hand (tests/Dataset).</summary>
internal static class Dataset
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<PaperCollaboration> Collaborations { get; } = Read<PaperCollaboration>("collaborations.json");

    /// <summary>All divisions that the printed report names under its viewpoints, without duplicates.</summary>
    public static IReadOnlyList<string> Divisions { get; } =
        [.. Read<PaperViewpoint>("viewpoints.json").SelectMany(v => v.PolicyAreas).SelectMany(a => a.Departments).Distinct()];

    private static T[] Read<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Dataset", name));
        return JsonSerializer.Deserialize<T[]>(file, Json)!;
    }
}

public sealed record PaperCollaboration(
    int No, string LeadNormalized, string PartnersText, string[] Partners, bool EveryBureau, bool EveryWard, bool AndOthers);

public sealed record PaperViewpoint(PaperPolicyArea[] PolicyAreas);

public sealed record PaperPolicyArea(string[] Departments);
