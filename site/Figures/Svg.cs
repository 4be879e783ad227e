using System.Globalization;

namespace KawasakiServerless.Site;

internal static class Svg
{
    /// <summary>Formats a coordinate to a tenth of a unit, with a decimal point in every culture.</summary>
    public static string Number(decimal value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
