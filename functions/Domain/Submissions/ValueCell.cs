using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>Where one number of a record stands (値のセル).</summary>
/// <param name="Key">2017 for the figure of a fiscal year; total, or share-0 for the first share of a statistic.</param>
/// <param name="Cell">K2.</param>
public sealed record ValueCell(string Key, string Cell)
{
    public const string Total = "total";

    public static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);

    public static string KeyOf(int share) => string.Create(CultureInfo.InvariantCulture, $"share-{share}");
}
