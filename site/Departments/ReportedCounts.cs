using KawasakiServerless.Domain;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Departments;

/// <summary>
/// The number of records of each kind that each department reported (報告した内容). All kinds except plain-language summaries are counted.
/// If only initiatives were counted, a ward office, which reports its ward's activities but no initiatives, would seem to have reported
/// nothing.
/// </summary>
public sealed class ReportedCounts
{
    private readonly Dictionary<string, RecordCounts> counts;

    internal ReportedCounts(Report report) => counts = report.Records.All.GroupBy(r => r.Source.Department, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, RecordCounts.Of, StringComparer.Ordinal);

    /// <summary>
    /// The Japanese name and the number of each kind of record that the department reported, such as (取組, 133), (指標, 91).
    /// </summary>
    public IReadOnlyList<(string Word, int Count)> Of(Department department) =>
        counts.TryGetValue(department.Code, out var own) ? [.. own.Words()] : [];

    /// <summary>The numbers as one text, such as 取組133件、指標91件.</summary>
    public string Words(Department department) => string.Join('、', Of(department).Select(c => $"{c.Word}{Texts.Format(c.Count)}件"));
}
