using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// An indicator regarded as a part of a whole. 受講者数 with the group (区分) 川崎病院, and an indicator named 受講者数（川崎病院）, are both the part 川崎病院 of
/// the whole 受講者数.
/// </summary>
/// <param name="Name">The name of the part within one of the <see cref="Families"/>, normalized by Fold; 合計 or a similar word for the
/// total; empty as long as none of the families is chosen.</param>
internal sealed partial record PartName(PlacedRecord Placed, Indicator Indicator, string Name)
{
    private static readonly HashSet<string> Totals = new(["合計", "計", "総計", "総合計", "総数"], StringComparer.Ordinal);

    private static readonly HashSet<string> UnitsWithoutSum =
        new(["%", "パーセント", "ポイント", "pt", "点", "位", "倍", "割", "歳", "年"], StringComparer.Ordinal);

    private static readonly HashSet<string> RoundedUnits = new(["千円", "万円", "百万円", "億円"], StringComparer.Ordinal);

    public static PartName Of(PlacedRecord placed) => new(placed, (Indicator)placed.Record, "");

    public bool IsTotal => Totals.Contains(Name);

    public bool IsSubtotal => Name.EndsWith("小計", StringComparison.Ordinal);

    /// <summary>
    /// Whether the name or the group says that the indicator is already included in a preceding indicator, such as うち新規 (of these, new).
    /// </summary>
    public bool IsWithin => IsWithinAnother(Indicator.Name) || IsWithinAnother(Indicator.Group);

    public bool IsPercent => Unit is "%" or "パーセント";

    /// <summary>
    /// Whether the parts may add up to the total. Rates and averages do not; nor do counts of distinct persons (実人数), who may be in several
    /// parts.
    /// </summary>
    public bool MayBeSum => !UnitsWithoutSum.Contains(Unit) && !WithoutSum().IsMatch(Indicator.Name);

    /// <summary>
    /// The wholes to which the indicator may belong, each with the name of the part within it. ふれあい収集 with the group (区分) 粗大ごみ has two: it
    /// may be the part 粗大ごみ of ふれあい収集, or the part ふれあい収集 of 粗大ごみ. A slash in the name of the whole stands for the part: ふれあい収集/ is
    /// the name of the indicators, /粗大ごみ is their group. The name of the whole is empty if neither the group nor the name of the indicator
    /// contains one; the part is then the whole name of the indicator.
    /// </summary>
    public IEnumerable<(string Whole, string Part)> Families
    {
        get
        {
            var name = Indicator.Name.Fold();
            if (Indicator.Group.Fold().Trim('(', ')') is { Length: > 0 } group)
                return [($"{name}/", group), ($"/{group}", name)];
            var bracketed = Bracketed().Match(name);
            var match = bracketed.Success && !FigureUnits.IsUnit(bracketed.Groups["part"].Value) ? bracketed : Suffixed().Match(name);
            return [match.Success ? ($"{match.Groups["whole"].Value}/", match.Groups["part"].Value) : ("", name)];
        }
    }

    /// <summary>Whether the name (うち, 内数, 再掲) says that the quantity is already included in another one.</summary>
    public static bool IsWithinAnother(string? name) => Within().IsMatch(name.Fold());

    private string Unit => Indicator.Unit.Fold();

    public bool IsLike(PartName other) =>
        Indicator.IsCumulative == other.Indicator.IsCumulative && FigureUnits.AreSame(Unit, other.Unit);

    /// <summary>Whether a part listed in a later row may be included in this indicator.</summary>
    public bool MayHold(PartName part) =>
        !IsWithin && IsLike(part) && (part.Indicator.Group is null || part.Indicator.Name.Fold() == Indicator.Name.Fold());

    /// <summary>The cells that contain the figures of the parts for a year.</summary>
    public static List<CellAddress> CellsOf(IEnumerable<PartName> parts, FiscalYear year)
    {
        var column = FigureKind.ColumnOf(year);
        return [.. parts.Select(p => p.Placed.CellOf(column)).OfType<CellAddress>().Distinct()];
    }

    public decimal? ValueOf(FiscalYear year) => Indicator.Figures.FirstOrDefault(f => f.Year == year)?.Value;

    /// <summary>
    /// The greatest difference between the total and the sum of its parts that rounding of the values can cause; zero for integer counts,
    /// which are not rounded.
    /// </summary>
    public decimal Rounding(IReadOnlyList<decimal> values)
    {
        var scale = values.Max(v => (int)v.Scale);
        var half = new decimal(5, 0, 0, isNegative: false, (byte)Math.Min(scale + 1, 28));
        return scale > 0 || RoundedUnits.Contains(Unit) ? values.Count * half : 0;
    }

    [GeneratedRegex(@"^\(?(?:うち|ウチ|内数|再掲)|\((?:うち|内数|再掲)")]
    private static partial Regex Within();

    [GeneratedRegex("平均|率|割合|比|実人|実数|実利用|実参加|実受")]
    private static partial Regex WithoutSum();

    [GeneratedRegex(@"^(?<whole>.+?)\s?\((?<part>[^()]+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(?<whole>.{2,})(?<part>合計|総計|総数)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffixed();
}
