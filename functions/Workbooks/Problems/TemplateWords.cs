namespace KawasakiServerless.Workbooks.Problems;

/// <summary>Words of the template (様式) that findings quote. The sheet layouts use the same constants, so that both always match.</summary>
internal static class TemplateWords
{
    /// <summary>Increased when a column is added, renamed or changes its meaning.</summary>
    public const string Version = "1";

    public const string FrontSheet = "はじめに";

    public const string InitiativeSheet = "視点別取組";

    public const string WardActivitySheet = "区の取組";

    public const string Divisions = "担当部署";

    public const string InitiativeExample = "認知症サポーターの養成";

    /// <summary>Marks a year for which the indicator has no figure.</summary>
    public const string NotApplicable = "対象外";
}
