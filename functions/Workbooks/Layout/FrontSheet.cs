using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The fields of the sheet はじめに, such as the department and the reporting year. The value of a field is in the cell to the right of its
/// name.
/// </summary>
internal static class FrontSheet
{
    public const string Name = TemplateWords.FrontSheet;

    public static TemplateColumn<string> Department { get; } = new("局・区名", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<string> ReportingYear { get; } = new("報告年度", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<string> Version { get; } = new("様式の版", new TextKind(), 0, "書き換えないでください。");

    public static TemplateColumn<bool?> NothingToReport { get; } = new(
        "報告の有無", new NothingToReportKind(), 0, "報告することがないときは「該当なし」を選び、ほかのシートは空のまま提出してください。")
    { IsRequired = true };

    // The names of the document properties that repeat the department, the reporting year and the version. The reader uses a property if
    // the sheet はじめに is missing or its field has no value.
    public const string DepartmentProperty = "KawasakiServerless.Department";
    public const string YearProperty = "KawasakiServerless.ReportingYear";
    public const string VersionProperty = "KawasakiServerless.TemplateVersion";
}
