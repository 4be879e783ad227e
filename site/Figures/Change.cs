using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Figures;

/// <summary>
/// The change of an indicator between the last two consecutive years that have numbers, as a signed rate such as −72 %. For an indicator
/// that is itself a percentage it is the difference in percentage points. The sign does not mean good or bad.
/// </summary>
public sealed record Change(Figure Before, Figure After, string? Unit)
{
    private const decimal Smallest = 0.01m;

    /// <summary>Computes the change of an indicator; null if no two consecutive years have numbers.</summary>
    public static Change? Of(Indicator indicator) =>
        TrendSentence.LastPair(indicator.Figures) is var (before, after)
            ? new(before, after, indicator.Unit)
            {
                IsSetApart = Series.SetApart(indicator) is var apart
                && (apart.Contains(before.Year) || apart.Contains(after.Year))
            }
            : null;

    /// <summary>
    /// True when a note of the indicator says that the number of one of the two years is not comparable, for example because it is
    /// provisional.
    /// </summary>
    public bool IsSetApart { get; private init; }

    /// <summary>The later number minus the earlier one, in the indicator's unit.</summary>
    public decimal Difference => After.Value.GetValueOrDefault() - Before.Value.GetValueOrDefault();

    public bool IsInPoints => Unit is "%" or "％";

    /// <summary>
    /// The change in percent of the earlier year's number; zero when both numbers are equal. Null when only the earlier number is zero,
    /// because then no rate can be computed.
    /// </summary>
    public decimal? Rate => Difference == 0 ? 0 : Before.Value is { } from and not 0 ? Difference / Math.Abs(from) * 100 : null;

    /// <summary>
    /// The signed length of the bar that shows the change, where 100 is the full length; null when there is no rate to show.
    /// </summary>
    public decimal? Reach => IsInPoints ? Difference : Rate;

    /// <summary>
    /// The change as text, such as −72 %, +5 ポイント (percentage points) or ±0 %. If no rate can be computed, the text is the difference in
    /// the indicator's unit, such as +12 人. A fall that leaves something is not rounded to −100 %, which means that nothing is left.
    /// </summary>
    public string Label => (IsInPoints, Rate) switch
    {
        (true, _) => Signed(Difference, "ポイント"),
        (_, <= -99.5m and > -100 and var rate) => $"{Sign(rate)}{Texts.Format(Math.Truncate(-rate * 10) / 10)} %",
        (_, { } rate) => Signed(rate, "%"),
        _ => $"{Sign(Difference)}{Texts.Format(Math.Abs(Difference))}{(Unit is null ? "" : $" {Unit}")}",
    };

    private static string Signed(decimal value, string unit) => Math.Abs(value) switch
    {
        0 => $"±0 {unit}",
        < Smallest => $"{Sign(value)}{Texts.Format(Smallest)} {unit}未満",
        var size => $"{Sign(value)}{Texts.Format(Math.Round(size, Decimals(size), MidpointRounding.AwayFromZero))} {unit}",
    };

    private static int Decimals(decimal size) => size switch
    {
        >= 10 => 0,
        >= 0.1m => 1,
        _ => 2,
    };

    private static string Sign(decimal value) => value < 0 ? "−" : "+";
}
