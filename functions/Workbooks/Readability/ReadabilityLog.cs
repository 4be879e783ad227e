using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>
/// Collects the rules of machine readability that a workbook violates. For each violated rule, stores the first violation and how often the
/// rule is violated.
/// </summary>
internal sealed class ReadabilityLog
{
    private readonly SortedDictionary<string, ReadabilityFinding> broken = new(StringComparer.Ordinal);

    public WorkbookReadability Result => new([.. broken.Values]);

    public void Add(string rule, Sheet? sheet = null, CellAddress? at = null) =>
        Add(new(rule, sheet?.Name, at?.ToString(), 1, IsOfForm: false));

    /// <summary>
    /// Adds a violation that the template itself causes. If the department also violates the same rule, only the department's violations
    /// are stored.
    /// </summary>
    public void AddOfForm(string rule, Sheet sheet, CellAddress? at = null) =>
        Add(new(rule, sheet.Name, at?.ToString(), 1, IsOfForm: true));

    private void Add(ReadabilityFinding finding)
    {
        if (!broken.TryGetValue(finding.Rule, out var first) || (first.IsOfForm && !finding.IsOfForm))
            broken[finding.Rule] = finding;
        else if (first.IsOfForm == finding.IsOfForm)
            broken[finding.Rule] = first with { Places = first.Places + 1 };
    }
}
