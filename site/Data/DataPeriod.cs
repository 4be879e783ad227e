using System.Globalization;
using System.Text.Json.Nodes;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The period to which the data of a table or a report refer, from its first to its last day.</summary>
internal sealed record DataPeriod(DateOnly From, DateOnly To)
{
    /// <summary>
    /// The period from the first to the last fiscal year or month in the table's rows; null for a table without years and months.
    /// </summary>
    public static DataPeriod? Of(FlatTable table)
    {
        var days = Values(table, "fiscalYear").Select(y => OfYear((int)(decimal)y))
            .Concat(Values(table, "periodFrom").Concat(Values(table, "periodTo")).Select(m => OfMonth((string)m))).ToList();
        return days.Count == 0 ? null : new(days.Min(d => d.From), days.Max(d => d.To));
    }

    /// <summary>The period of the fiscal years for which a report must contain figures.</summary>
    public static DataPeriod Of(Report report)
    {
        var due = ExpectedYears.Due(report.ReportingYear);
        return new(OfYear(due[0].Year).From, OfYear(due[^1].Year).To);
    }

    /// <summary>The shortest period that contains all the given periods.</summary>
    public static DataPeriod Around(IEnumerable<DataPeriod> periods)
    {
        var all = periods.ToList();
        return new(all.Min(p => p.From), all.Max(p => p.To));
    }

    public override string ToString() => $"{Text(From)}/{Text(To)}";

    public JsonObject ToJson() => new()
    {
        ["@type"] = "dct:PeriodOfTime",
        ["dcat:startDate"] = DcatTerms.Typed(Text(From), "xsd:date"),
        ["dcat:endDate"] = DcatTerms.Typed(Text(To), "xsd:date"),
    };

    private static IEnumerable<object> Values(FlatTable table, string column)
    {
        var at = table.Columns.ToList().IndexOf(column);
        return at < 0 ? [] : table.Rows.Select(r => r[at]).OfType<object>();
    }

    private static DataPeriod OfYear(int year) => new(new(year, 4, 1), new(year + 1, 3, 31));

    private static DataPeriod OfMonth(string month)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
