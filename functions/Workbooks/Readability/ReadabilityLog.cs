using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>
/// Collects the rules of machine readability that a workbook violates, with the first place and the number of places for each.
/// </summary>
internal sealed class ReadabilityLog
{
    private readonly SortedDictionary<string, ReadabilityFinding> broken = new(StringComparer.Ordinal);

    public WorkbookReadability Result => new([.. broken.Values]);

    public void Add(string rule, Sheet? sheet = null, CellAddress? at = null) =>
        Add(new(rule, sheet?.Name, at?.ToString(), 1, IsOfForm: false));

    /// <summary>Adds a violation that is inherent in the template; a department's own violation of the same rule replaces it.</summary>
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
