namespace KawasakiServerless.Site;

/// <summary>
/// The bar of a change: from a zero in the middle, to the right for more and to the left for less, on one scale of −100 to +100 everywhere.
/// </summary>
public sealed class ChangeBar(decimal reach)
{
    public const int Width = 72, Height = 16, Zero = Width / 2;
    private const int Half = Zero - 6;
    private const decimal Full = 100, Thinnest = 1;

    public decimal X => reach < 0 ? Zero - Length : Zero;

    /// <summary>Nothing for no change; what is changed at all is seen.</summary>
    public decimal Length => reach == 0 ? 0 : Math.Max(Thinnest, Half * Math.Min(Math.Abs(reach), Full) / Full);

    /// <summary>The head of an arrow where the change goes beyond the scale; null where it does not.</summary>
    public string? Beyond => Math.Abs(reach) <= Full ? null
        : reach < 0
            ? $"M{Zero - Half} 2L0 {Height / 2}L{Zero - Half} {Height - 2}Z"
            : $"M{Zero + Half} 2L{Width} {Height / 2}L{Zero + Half} {Height - 2}Z";
}
