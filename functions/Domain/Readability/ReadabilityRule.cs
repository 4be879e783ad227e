namespace KawasakiServerless.Domain;

/// <summary>The severity of breaking a rule (重大度).</summary>
public enum ReadabilitySeverity
{
    Minor,
    Major,
    Critical,

    /// <summary>The score of the whole level becomes 0.</summary>
    Fatal,
}

/// <summary>The types of files to which a rule applies.</summary>
public enum ReadabilityScope
{
    All,
    Excel,
    Csv,
}

/// <summary>
/// A rule of the national guideline 行政データにおける機械可読性に関するルール (decided on 2026-03-31). `Rules.csv` contains each rule's number, level, weight
/// and title as published by https://github.com/digital-go-jp/machine_readability_rule.
/// </summary>
/// <param name="Id">The number of the rule, such as L1-01.</param>
/// <param name="Level">The level of machine readability to which the rule belongs, 1 to 3.</param>
/// <param name="Deduction">The points that a broken rule deducts from the 100 points of its level; all 100 for a fatal rule.</param>
/// <param name="Name">A short name, such as ファイル形式.</param>
/// <param name="Title">The requirement, in the wording of the guideline.</param>
/// <param name="Remedy">How the author of a file corrects a violation.</param>
public sealed record ReadabilityRule(
    string Id, int Level, ReadabilityScope AppliesTo, ReadabilitySeverity Severity, int Deduction, string Name, string Title,
    string Remedy);
