namespace KawasakiServerless.Site;

/// <summary>
/// The bar of a change. It starts at a zero in the middle and extends to the right for an increase and to the left for a decrease. All bars
/// use the scale of −100 to +100.
/// </summary>
public sealed class ChangeBar(decimal reach)
{
    public const int Width = 72, Height = 16, Zero = Width / 2;
    private const int Half = Zero - 6;
    private const decimal Full = 100, Thinnest = 1;

    public decimal X => reach < 0 ? Zero - Length : Zero;

    /// <summary>Zero for no change; any other change has at least a visible length.</summary>
    public decimal Length => reach == 0 ? 0 : Math.Max(Thinnest, Half * Math.Min(Math.Abs(reach), Full) / Full);

    /// <summary>The path of an arrowhead for a change beyond the scale; null for a change within it.</summary>
    public string? Beyond => Math.Abs(reach) <= Full ? null
        : reach < 0
            ? $"M{Zero - Half} 2L0 {Height / 2}L{Zero - Half} {Height - 2}Z"
            : $"M{Zero + Half} 2L{Width} {Height / 2}L{Zero + Half} {Height - 2}Z";
}
