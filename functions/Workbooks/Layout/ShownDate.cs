using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Determines what a cell with a date displays of it: 平成29年4月 and Apr-17 name the year, 4月1日 and 1-Apr do not.</summary>
internal static partial class ShownDate
{
    /// <param name="shown">The text that the cell displays.</param>
    /// <param name="year">The year of the date.</param>
    public static bool NamesYearAndMonth(string shown, int year)
    {
        var folded = shown.Fold();
        var parts = Parts().Matches(folded);
        return parts.Count > 1 && (parts.Any(p => p.Value == $"{year}") || NamesYear().IsMatch(folded));
    }

    // The numbers and the English names of months.
    [GeneratedRegex("[0-9]+|元|[A-Z][a-z]{2,}")]
    private static partial Regex Parts();

    // A year of an era, the year after the English name of a month, or a date with three parts, one of which is the year.
    [GeneratedRegex(@"(?:[MTSHR]|明治?|大正?|昭和?|平成?|令和?)(?:[0-9]|元)|(?:[0-9]|元)年|[A-Z][a-z]{2,}\W?[0-9]{2}(?![0-9])|^[0-9]+([./-])[0-9]+\1[0-9]")]
    private static partial Regex NamesYear();
}
