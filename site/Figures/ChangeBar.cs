namespace KawasakiServerless.Site.Figures;

/// <summary>
/// The geometry of the bar that shows a change. The bar starts at the zero line in the middle and extends to the right for an increase and
/// to the left for a decrease. All bars have the same scale, from −100 % to +100 %, so that readers can compare them.
/// </summary>
public sealed class ChangeBar(decimal reach)
{
    public const int Width = 72, Height = 16, Zero = Width / 2;
    private const int Half = Zero - 6;
    private const decimal Full = 100, Thinnest = 1;

    public decimal X => reach < 0 ? Zero - Length : Zero;

    /// <summary>The length of the bar: zero for no change, at least one unit for any other change, so that it is visible.</summary>
    public decimal Length => reach == 0 ? 0 : Math.Max(Thinnest, Half * Math.Min(Math.Abs(reach), Full) / Full);

    /// <summary>The SVG path of an arrowhead at the end of the bar, if the change exceeds the scale; null otherwise.</summary>
    public string? Beyond => Math.Abs(reach) <= Full ? null
        : reach < 0
            ? $"M{Zero - Half} 2L0 {Height / 2}L{Zero - Half} {Height - 2}Z"
            : $"M{Zero + Half} 2L{Width} {Height / 2}L{Zero + Half} {Height - 2}Z";
}
