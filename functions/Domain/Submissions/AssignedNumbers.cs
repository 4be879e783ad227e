using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>The highest numbers that ids (管理番号) of a department's records have ever had, so that no id is assigned twice.</summary>
/// <param name="Last">The highest number of a record, such as 12 for zaisei-0012; 0 for none.</param>
/// <param name="OfIndicators">The highest numbers of indicators that were removed from their initiatives, by initiative. An initiative that
/// still has its indicator with the highest number is not in this list.</param>
public sealed record AssignedNumbers(int Last, EquatableList<HighestIndicator> OfIndicators)
{
    public static AssignedNumbers None { get; } = new(0, []);

    /// <summary>Combines the numbers of several submissions of a department.</summary>
    public static AssignedNumbers Highest(IReadOnlyCollection<AssignedNumbers> numbers) => new(
        numbers.Select(n => n.Last).DefaultIfEmpty().Max(),
        HighestIndicator.Of(numbers.SelectMany(n => n.OfIndicators)));

    /// <summary>
    /// Returns the numbers after a submission came into effect whose records replace those of an earlier one. The numbers of the indicators
    /// that it removes are added.
    /// </summary>
    public AssignedNumbers After(DepartmentRecords before, DepartmentRecords after)
    {
        var present = HighestIndicator.Of(after.Indicators.Select(HighestIndicator.Of))
            .ToDictionary(n => n.Initiative, n => n.Number, StringComparer.Ordinal);
        var ever = HighestIndicator.Of(before.Indicators.Select(HighestIndicator.Of).Concat(OfIndicators));
        return this with { OfIndicators = [.. ever.Where(n => n.Number > present.GetValueOrDefault(n.Initiative))] };
    }
}

/// <summary>The highest number that an indicator of an initiative has ever had, such as 3 for zaisei-0012-3.</summary>
/// <param name="Initiative">The id of the initiative.</param>
public sealed record HighestIndicator(string Initiative, int Number)
{
    /// <summary>Returns the highest number for each initiative, ordered by initiative.</summary>
    public static EquatableList<HighestIndicator> Of(IEnumerable<HighestIndicator> numbers) =>
    [
        .. numbers.GroupBy(n => n.Initiative, n => n.Number, StringComparer.Ordinal)
            .Select(g => new HighestIndicator(g.Key, g.Max()))
            .OrderBy(n => n.Initiative, StringComparer.Ordinal),
    ];

    public static HighestIndicator Of(Indicator indicator) => new(indicator.Initiative, RecordId.IndicatorNumber(indicator.Id));

    /// <summary>Parses what <see cref="ToString"/> returned.</summary>
    public static HighestIndicator Parse(string text) =>
        new(text[..text.IndexOf(':', StringComparison.Ordinal)], int.Parse(text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) + 1),
            NumberStyles.None, CultureInfo.InvariantCulture));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Initiative}:{Number}");
}
