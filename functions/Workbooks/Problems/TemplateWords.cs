namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// Words of the template (様式) that findings quote. The layout of its sheets takes them from here, so that both say the same.
/// </summary>
internal static class TemplateWords
{
    /// <summary>Goes up when a column is added, renamed or means something else.</summary>
    public const string Version = "1";

    public const string FrontSheet = "はじめに";

    public const string InitiativeSheet = "視点別取組";

    public const string WardActivitySheet = "区の取組";

    public const string Divisions = "担当部署";

    public const string InitiativeExample = "認知症サポーターの養成";

    /// <summary>A figure of a year that the indicator does not have.</summary>
    public const string NotApplicable = "対象外";
}
