using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>
/// The tables that publish the register's departments, wards, viewpoints and policy areas. Other tables reference their codes.
/// </summary>
internal static class RegisterTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("departments", "局・区役所", "1行が1つの局または区役所です。",
            [
                new("order", DataType.WholeNumber, "建制順") { Unit = "番" }, Code("code", "このサイトでの符号", "departments"), Name("name", "名称"),
                Name("kana", "読み"),
                Name("english", "英語名"), OpenDataColumns.DepartmentKind, Name("ward", "区役所の区の名称") with { Blank = "区役所ではない" },
                List("aliases", "別の書き方", "department-aliases"), Time("submittedAt", "この年度の報告の提出日時") with { Blank = "未提出" },
            ]),
            DepartmentData.AllOf,
            report => DepartmentData.AllOf(report).Select(DepartmentRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile("department-aliases", "局・区役所の別の書き方", "1行が1つの局または区役所の1つの書き方です。",
                [Code("department", "局・区役所の符号", "departments"), Order, Name("alias", "別の書き方")]),
            report => DepartmentData.AllOf(report).SelectMany(DepartmentAlias.Of)),
        OpenDataTable.Of(
            new OpenDataFile("wards", "区", "1行が1つの区です。符号は、区役所の符号と同じです。",
                [Order, Code("code", "区の符号", "wards"), Name("name", "区の名称"), Name("kana", "読み"), Name("department", "区役所の名称")]),
            report => WardData.AllOf(report.Register)),
        OpenDataTable.Of(
            new OpenDataFile("viewpoints", "視点", "1行が1つの視点です。番号が符号です。",
            [
                new("number", DataType.WholeNumber, "視点の番号") { Unit = "番", CodeTable = "viewpoints" }, Sentence("title", "題名"),
                Name("shortName", "短い名称"),
                List("policyAreas", "報告する施策の符号", "viewpoint-policy-areas"),
            ]),
            report => ViewpointData.AllOf(report.Register),
            report => ViewpointData.AllOf(report.Register).Select(v => new ViewpointRow(v.Number, v.Title, v.ShortName))),
        OpenDataTable.Of(
            new OpenDataFile("viewpoint-policy-areas", "視点の施策", "1行が1つの視点の1つの施策です。",
                [OpenDataColumns.Viewpoint, Order, PolicyAreaCode, OpenDataColumns.PolicyArea]),
            report => ViewpointPolicyArea.AllOf(report.Register)),
        OpenDataTable.Of(
            new OpenDataFile("policy-areas", "施策", "1行が1つの施策です。", [Order, Code("code", "施策の符号", "policy-areas"), Name("name", "施策の名称")]),
            report => PolicyAreaData.AllOf(report.Register)),
    ];
}

internal sealed record DepartmentData(
    int Order, string Code, string Name, string Kana, string English, DepartmentKind Kind, string? Ward, IEnumerable<string> Aliases,
    string? SubmittedAt)
{
    public static IEnumerable<DepartmentData> AllOf(
        Report report) => report.Register.Departments.OrderBy(d => d.Order).Select(d => new DepartmentData(
        d.Order, d.Code, d.Name, d.Kana, d.English, d.Kind, d.Ward, d.Aliases, TimeOfReport(d, report)));

    private static string? TimeOfReport(Department department, Report report) =>
        report.Submissions.FirstOrDefault(s => s.Department == department.Code) is { } submission
            ? DataTime.Of(submission.SubmittedAt)
            : null;
}

internal sealed record DepartmentRow(
    int Order, string Code, string Name, string Kana, string English, DepartmentKind Kind, string? Ward, string? SubmittedAt)
{
    public static DepartmentRow Of(DepartmentData d) => new(d.Order, d.Code, d.Name, d.Kana, d.English, d.Kind, d.Ward, d.SubmittedAt);
}

internal sealed record DepartmentAlias(string Department, int Order, string Alias)
{
    public static IEnumerable<DepartmentAlias> Of(DepartmentData d) => d.Aliases.Select((a, at) => new DepartmentAlias(d.Code, at + 1, a));
}

internal sealed record WardData(int Order, string Code, string Name, string Kana, string Department)
{
    public static IEnumerable<WardData> AllOf(Register register) => register.Wards.OrderBy(d => d.Order)
        .Select((d, at) => new WardData(at + 1, d.Code, d.Ward!, d.WardKana!, d.Name));
}

internal sealed record ViewpointData(int Number, string Title, string ShortName, IEnumerable<string> PolicyAreas)
{
    public static IEnumerable<ViewpointData> AllOf(Register register) => register.Viewpoints.OrderBy(v => v.Number)
        .Select(v => new ViewpointData(v.Number, v.Title, v.ShortName, v.PolicyAreas));
}

internal sealed record ViewpointRow(int Number, string Title, string ShortName);

internal sealed record ViewpointPolicyArea(int Viewpoint, int Order, string PolicyAreaCode, string PolicyArea)
{
    public static IEnumerable<ViewpointPolicyArea> AllOf(Register register) => ViewpointData.AllOf(register)
        .SelectMany(
            v => v.PolicyAreas.Select((code, at) => new ViewpointPolicyArea(v.Number, at + 1, code, register.PolicyArea(code).Name)));
}

internal sealed record PolicyAreaData(int Order, string Code, string Name)
{
    public static IEnumerable<PolicyAreaData> AllOf(Register register) =>
        register.PolicyAreas.Select((a, at) => new PolicyAreaData(at + 1, a.Code, a.Name));
}
