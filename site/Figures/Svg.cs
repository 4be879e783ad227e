using System.Globalization;

namespace KawasakiServerless.Site.Figures;

internal static class Svg
{
    /// <summary>Rounds a coordinate to one decimal and formats it, with a decimal point whatever the machine's culture is.</summary>
    public static string Number(decimal value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
