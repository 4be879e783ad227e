using KawasakiServerless.Domain;
using KawasakiServerless.MakeSamples;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>Prints each series on one line, so that tests can compare series and show the differences.</summary>
internal static class PrintedSeries
{
    public static string Print(RunningSeries series) => Print(
        series.Name,
        series.Group,
        series.Unit,
        series.IsCumulative,
        series.Figures.Select(f => f.Value is { } value ? $"{f.Year.Year} {value:0.###}" : $"{f.Year.Year} “{f.Text}”"),
        series.Notes);

    public static string Print(DatasetSeries series) => Print(
        series.Name,
        series.Group,
        series.Unit,
        series.Cumulative,
        series.Values.Select(v => v.Value is { } value ? $"{v.FiscalYear} {value:0.###}" : $"{v.FiscalYear} “{v.Text}”"),
        series.Notes);

    private static string Print(
        string name, string? group, string? unit, bool isCumulative, IEnumerable<string> figures, IEnumerable<string> notes) =>
        $"{name}|{group}|{unit}|{(isCumulative ? "累計" : "")}|{string.Join(", ", figures)}|{string.Join(", ", notes)}";

    /// <summary>Folds the lines, because names are compared in folded form.</summary>
    public static IEnumerable<string> Folded(IEnumerable<string> lines) => lines.Select(l => l.Fold());
}
