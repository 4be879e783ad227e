using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Application.Settings;

/// <summary>Reads the app setting with the reporting year.</summary>
public static class YearSettings
{
    /// <param name="setting">Returns the value of a setting by its name; null or blank when it is not set. The default of REPORTING_YEAR is
    /// 2018.</param>
    /// <exception cref="InvalidOperationException">REPORTING_YEAR is not a year.</exception>
    public static OpenedYear ReportingYear(Func<string, string?> setting)
    {
        var text = setting("REPORTING_YEAR") is { } set && !string.IsNullOrWhiteSpace(set) ? set : "2018";
        return FiscalYear.TryParse(text, out var year)
            ? new(year, RegisterFile.Shipped())
            : throw new InvalidOperationException($"REPORTING_YEAR is {text}; it must be a year such as 2018.");
    }
}
