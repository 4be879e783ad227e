using System.Globalization;

namespace KawasakiServerless.Site;

internal static class Svg
{
    /// <summary>A coordinate, to a tenth of a unit, with a point whatever the culture.</summary>
    public static string Number(decimal value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
