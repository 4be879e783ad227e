namespace KawasakiServerless.Domain;

/// <summary>How much a broken rule weighs (重大度).</summary>
public enum ReadabilitySeverity
{
    Minor,
    Major,
    Critical,

    /// <summary>The whole level scores 0.</summary>
    Fatal,
}

/// <summary>Which files a rule is about.</summary>
public enum ReadabilityScope
{
    All,
    Excel,
    Csv,
}

/// <summary>
/// A rule of 行政データにおける機械可読性に関するルール (decided on 2026-03-31), as `Rules.csv` has it: number, level, weight and title as published by
/// https://github.com/digital-go-jp/machine_readability_rule.
/// </summary>
/// <param name="Id">L1-01.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Deduction">What a level loses when the rule is broken, of 100; a fatal rule takes all.</param>
/// <param name="Name">ファイル形式.</param>
/// <param name="Title">What it asks, in the words of the decision.</param>
/// <param name="Remedy">What a person does about it.</param>
public sealed record ReadabilityRule(
    string Id, int Level, ReadabilityScope AppliesTo, ReadabilitySeverity Severity, int Deduction, string Name, string Title,
    string Remedy);
