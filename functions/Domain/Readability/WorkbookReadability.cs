using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>A rule of machine readability that a department's workbook breaks.</summary>
/// <param name="Rule">L1-06.</param>
/// <param name="Sheet">Where it is broken first; null where it is the workbook as a whole.</param>
/// <param name="Cell">K11; null where it is the sheet as a whole.</param>
/// <param name="Places">How often it is broken.</param>
/// <param name="IsOfForm">The template (様式) is made so: no department can mend it.</param>
public sealed record ReadabilityFinding(string Rule, string? Sheet, string? Cell, int Places, bool IsOfForm);

/// <summary>How a department's workbook keeps the rules of machine readability (提出ファイルの機械可読性).</summary>
/// <param name="Findings">In the order of the rules, each once.</param>
public sealed record WorkbookReadability(EquatableList<ReadabilityFinding> Findings)
{
    [JsonIgnore]
    public ReadabilityScores Scores => ReadabilityScores.Of(Findings.Select(f => ReadabilityRules.Of(f.Rule)));
}
