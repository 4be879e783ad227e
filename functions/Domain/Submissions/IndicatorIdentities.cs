namespace KawasakiServerless.Domain;

/// <summary>
/// Assigns ids to a workbook's indicators by matching them with the indicators that the same initiative had in the department's last
/// report. Indicators are first matched by name, group and unit. Those without a match are then matched by name and group alone, because
/// departments are often asked to correct a unit: first with the indicators of the last report, then with the other known ones, which were
/// removed or are in the report of another year. The remaining indicators get new numbers.
/// </summary>
internal sealed class IndicatorIdentities
{
    private readonly EquatableList<Indicator> current;
    private readonly Dictionary<(string Initiative, string NameHash), string> others;
    private readonly Dictionary<string, int> last;

    /// <param name="current">The indicators of the department's last report.</param>
    /// <param name="known">All indicators that submissions of the department contained.</param>
    public IndicatorIdentities(EquatableList<Indicator> current, EquatableList<KnownIndicator> known)
    {
        this.current = current;
        var present = current.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        others = known.Where(i => !present.Contains(i.Id)).DistinctBy(PlaceOf).ToDictionary(PlaceOf, i => i.Id);
        last = current.Select(i => (i.Initiative, i.Id)).Concat(known.Select(i => (i.Initiative, i.Id)))
            .GroupBy(i => i.Initiative, i => RecordId.IndicatorNumber(i.Id), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(), StringComparer.Ordinal);
    }

    /// <param name="indicators">The indicators, with the final ids of their initiatives; their own ids are ignored.</param>
    public EquatableList<Indicator> Assign(IReadOnlyList<Indicator> indicators)
    {
        var byUnit = new KnownIds(current, i => [i.Initiative, i.Name, i.Group ?? "", i.Unit ?? ""]);
        var exact = indicators.Select(i => byUnit.Take(i)).ToList();
        var taken = exact.ToHashSet(StringComparer.Ordinal);
        var left = current.Where(i => !taken.Contains(i.Id)).ToEquatableList();
        var byName = new KnownIds(left, i => [i.Initiative, i.Name, i.Group ?? ""]);
        return [.. indicators.Zip(exact, (i, id) => i with { Id = id ?? byName.Take(i) ?? Other(i) ?? Next(i.Initiative) })];
    }

    private string? Other(Indicator indicator) =>
        others.Remove((indicator.Initiative, KnownIndicator.HashOf(indicator)), out var id) ? id : null;

    private static (string Initiative, string NameHash) PlaceOf(KnownIndicator indicator) => (indicator.Initiative, indicator.NameHash);

    private string Next(string initiative) =>
        RecordId.OfIndicator(initiative, last[initiative] = last.GetValueOrDefault(initiative) + 1);

    private sealed class KnownIds(EquatableList<Indicator> indicators, Func<Indicator, string[]> parts)
    {
        private readonly Dictionary<string, Queue<string>> ids = indicators.GroupBy(i => KeyOf(parts(i)), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<string>(g.Select(i => i.Id)), StringComparer.Ordinal);

        public string? Take(Indicator indicator) =>
            ids.TryGetValue(KeyOf(parts(indicator)), out var equal) && equal.TryDequeue(out var id) ? id : null;

        private static string KeyOf(string[] parts) => string.Join('\n', parts.Select(p => p.Fold()));
    }
}
