namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// Terms of the template (様式) that findings quote. The sheet layouts use these constants too, so that findings always match the template.
/// </summary>
internal static class TemplateWords
{
    /// <summary>The version of the template. Increase it when a column is added or renamed or its meaning changes.</summary>
    public const string Version = "1";

    public const string FrontSheet = "はじめに";

    public const string InitiativeSheet = "視点別取組";

    public const string WardActivitySheet = "区の取組";

    public const string Divisions = "担当部署";

    public const string InitiativeExample = "認知症サポーターの養成";

    /// <summary>The text to enter for a year to which the indicator does not apply.</summary>
    public const string NotApplicable = "対象外";
}
