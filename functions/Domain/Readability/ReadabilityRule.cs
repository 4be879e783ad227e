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

/// <summary>The files to which a rule applies.</summary>
public enum ReadabilityScope
{
    All,
    Excel,
    Csv,
}

/// <summary>
/// A rule of 行政データにおける機械可読性に関するルール (decided on 2026-03-31), as in `Rules.csv`: number, level, weight and title as published by
/// https://github.com/digital-go-jp/machine_readability_rule.
/// </summary>
/// <param name="Id">L1-01.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Deduction">The points, of 100, that a level loses if the rule is broken; a fatal rule takes all.</param>
/// <param name="Name">ファイル形式.</param>
/// <param name="Title">The requirement, in the wording of the decision.</param>
/// <param name="Remedy">How a person corrects a violation.</param>
public sealed record ReadabilityRule(
    string Id, int Level, ReadabilityScope AppliesTo, ReadabilitySeverity Severity, int Deduction, string Name, string Title,
    string Remedy);
