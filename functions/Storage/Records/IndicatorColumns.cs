using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

/// <summary>
/// Maps indicators to columns. A figure is stored in a column named after its year, such as Y2017, which contains the figure's number or
/// text. If the figure has neither, the column Y2017Status contains its <see cref="FigureStatus"/> instead.
/// </summary>
internal sealed class IndicatorColumns : RecordColumns<Indicator>
{
    private const string StatusSuffix = "Status";

    public static IndicatorColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Indicator(
        head.Id,
        head.Source,
        row.Require("Initiative"),
        row.Require("Name"),
        row.Text("Group"),
        row.Text("Unit"),
        row.Flag("IsCumulative") ?? false,
        FiguresOf(row),
        TextList.Read(row, "Notes"));

    protected override IEnumerable<(string Name, object? Value)> Write(Indicator record) =>
    [
        ("Initiative", record.Initiative),
        ("Name", record.Name),
        ("Group", record.Group),
        ("Unit", record.Unit),
        ("IsCumulative", record.IsCumulative),
        .. record.Figures.Select(ColumnOf),
        ("Notes", TextList.Join(record.Notes)),
    ];

    private static (string Name, object? Value) ColumnOf(Figure figure)
    {
        var year = string.Create(CultureInfo.InvariantCulture, $"Y{figure.Year.Year}");
        return figure.Status switch
        {
            FigureStatus.Reported => (year, (double)figure.Value!.Value),
            FigureStatus.Text => (year, figure.Text),
            FigureStatus.NotReported or FigureStatus.NotApplicable => (year + StatusSuffix, figure.Status.ToString()),
        };
    }

    private static EquatableList<Figure> FiguresOf(TableEntity row) =>
    [
        .. row.Where(p => p.Key.Length >= 5 && p.Key[0] == 'Y' && char.IsAsciiDigit(p.Key[1]))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => FigureOf(FiscalYear.Of(int.Parse(p.Key.AsSpan(1, 4), CultureInfo.InvariantCulture)), p.Key[5..], p.Value)),
    ];

    private static Figure FigureOf(FiscalYear year, string suffix, object? value) => (suffix, value) switch
    {
        ("", double number) => Figure.Reported(year, (decimal)number),
        ("", string words) => Figure.InWords(year, words),
        (StatusSuffix, nameof(FigureStatus.NotReported)) => Figure.NotReported(year),
        (StatusSuffix, nameof(FigureStatus.NotApplicable)) => Figure.NotApplicable(year),
        _ => throw new InvalidDataException($"A figure of {year} has an unknown column or value."),
    };
}
