namespace KawasakiServerless.Site.Data;

/// <summary>A change of the open data's tables or columns (形式の変更), announced to developers whose programs read the files.</summary>
/// <param name="Date">The day from which the change applies, such as 2026-12-01.</param>
internal sealed record StructureChange(string Date, string What);

/// <summary>All changes, newest first. Tables and columns may be added, but never removed or given another meaning.</summary>
internal static class StructureChanges
{
    public static IReadOnlyList<StructureChange> All { get; } =
    [
        new("2026-12-01", "statisticsに管理番号の列（JSONではid、CSVとExcelではstatistic）と単位の列（unit）を、passagesのJSONに管理番号（id）を加えました"),
        new("2026-12-01", "名称の列の前に符号の列（policyAreaCode、leadCode、partnerCode、wardCode）を、視点の番号の後に名称の列（viewpointName）を加えました"),
        new("2026-12-01", "符号の表（wards、viewpoints、viewpoint-policy-areas、policy-areas）を加えました"),
    ];
}
