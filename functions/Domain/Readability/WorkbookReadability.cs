using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>A rule of machine readability that a department's workbook breaks.</summary>
/// <param name="Rule">The number of the rule, such as L1-06.</param>
/// <param name="Sheet">The sheet of the first violation; null if the rule concerns the workbook as a whole.</param>
/// <param name="Cell">The cell of the first violation, such as K11; null if the rule concerns the sheet or the workbook as a
/// whole.</param>
/// <param name="Places">The number of violations.</param>
/// <param name="IsOfForm">Whether only the template (様式) itself violates the rule, so that departments cannot correct it. If the department
/// also violates the rule, the violations in the template are not counted.</param>
public sealed record ReadabilityFinding(string Rule, string? Sheet, string? Cell, int Places, bool IsOfForm);

/// <summary>The result of checking a department's workbook against the rules of machine readability (提出ファイルの機械可読性).</summary>
/// <param name="Findings">One finding per broken rule, in the order of the rules.</param>
public sealed record WorkbookReadability(EquatableList<ReadabilityFinding> Findings)
{
    [JsonIgnore]
    public ReadabilityScores Scores => ReadabilityScores.Of(Findings.Select(f => ReadabilityRules.Of(f.Rule)));
}
