using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>はじめに: the reporting department and year; each value is to the right of its field's name.</summary>
internal static class FrontSheet
{
    public const string Name = TemplateWords.FrontSheet;

    public static TemplateColumn<string> Department { get; } = new("局・区名", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<string> ReportingYear { get; } = new("報告年度", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<string> Version { get; } = new("様式の版", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<bool?> NothingToReport { get; } = new(
        "報告の有無", new NothingToReportKind(), 0, "報告することがないときは「該当なし」を選び、ほかのシートは空のまま提出してください。")
    { IsRequired = true };

    // The same values as document properties, for workbooks whose はじめに was removed.
    public const string DepartmentProperty = "KawasakiServerless.Department";
    public const string YearProperty = "KawasakiServerless.ReportingYear";
    public const string VersionProperty = "KawasakiServerless.TemplateVersion";
}
