using System.Globalization;
using System.Text;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>
/// Chooses the storage calls at which the app is killed, and writes the result of each kill to TestResults/kill-points.md.
/// </summary>
public sealed class KillReport
{
    private const int Sampled = 6;

    // Readers of the site and clerks see the result of these calls, so in every operation that makes them the app is killed at one of them.
    private static readonly string[] EveryTime = ["PUT $web", "PUT Submissions"];

    private readonly Lock gate = new();
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly List<Death> deaths = [];
    private readonly List<(string Scenario, KillPoint Point)> missed = [];

    internal IReadOnlyList<KillPoint> Choose(string scenario, IReadOnlyList<StorageCall> calls)
    {
        var byKind = calls.GroupBy(c => c.Kind, StringComparer.Ordinal);
        lock (gate)
            return [.. FaultTests.AreFull ? byKind.SelectMany(All)
                : byKind.Where(kind => kinds.Add(KeyOf(scenario, kind.Key))).Select(Once)];
    }

    internal void Add(string scenario, KillPoint point, StorageCall? call, IReadOnlyList<string> breaches)
    {
        lock (gate)
        {
            deaths.Add(new(scenario, point, call, breaches));
            Write();
        }
    }

    // Adds a kill point that was not reached. The next scenario that makes calls of this kind tests the kind.
    internal void Miss(string scenario, KillPoint point)
    {
        lock (gate)
        {
            missed.Add((scenario, point));
            kinds.Remove(KeyOf(scenario, point.Kind));
        }
    }

    internal IReadOnlyList<KillPoint> MissedOf(string scenario)
    {
        lock (gate)
            return [.. missed.Where(m => m.Scenario == scenario).Select(m => m.Point)];
    }

    internal int CountOf(string scenario)
    {
        lock (gate)
            return deaths.Count(d => d.Scenario == scenario);
    }

    internal IReadOnlyList<string> FailedOf(string scenario)
    {
        lock (gate)
            return [.. deaths.Where(d => d.Scenario == scenario && d.Breaches.Count > 0)
                .Select(d => $"{d.Point}: {d.Call}\n  {string.Join("\n  ", d.Breaches.Take(20))}")];
    }

    private void Write()
    {
        var kindsTaken = deaths.Select(d => d.Point.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder("# Kill points\n\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"{deaths.Count} kill points, {kindsTaken.Count} kinds of calls, {deaths.Count(d => d.Breaches.Count > 0)} failed; "
                    + $"{missed.Count} calls were not made again.\n\n")
            .Append("| Operation | Call | No. | Killed | Resource | |\n|---|---|---|---|---|---|\n");
        foreach (var death in deaths.OrderBy(d => d.Scenario, StringComparer.Ordinal).ThenBy(d => d.Point.Kind, StringComparer.Ordinal)
            .ThenBy(d => d.Point.Occurrence).ThenBy(d => d.Point.Moment))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {death.Scenario} | {death.Point.Kind} | {death.Point.Occurrence} | {death.Point.Moment} | {death.Call?.Resource} | "
                    + $"{string.Join("; ", death.Breaches.Take(3)).ReplaceLineEndings(" ")} |\n");
        var file = new FileInfo(Repository.PathTo("TestResults", "kill-points.md"));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text.ToString());
    }

    private static string KeyOf(string scenario, string kind) => EveryTime.Contains(kind) ? $"{scenario} {kind}" : kind;

    private static IEnumerable<KillPoint> All(IGrouping<string, StorageCall> kind)
    {
        var count = kind.Count();
        var taken = Scenario.Bulk.Contains(kind.Key) ? Math.Min(Sampled, count) : count;
        return Enumerable.Range(0, taken).Select(n => 1 + (n * count / taken))
            .SelectMany(occurrence => new[] { Moment.Before, Moment.After }.Select(moment => new KillPoint(kind.Key, occurrence, moment)));
    }

    private KillPoint Once(IGrouping<string, StorageCall> kind) =>
        new(kind.Key, (kind.Count() + 1) / 2, kinds.Count % 2 == 0 ? Moment.Before : Moment.After);

    private sealed record Death(string Scenario, KillPoint Point, StorageCall? Call, IReadOnlyList<string> Breaches);
}
