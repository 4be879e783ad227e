namespace KawasakiServerless.Domain;

/// <summary>
/// The cross-department collaboration list (関係部署一覧), numbered 1…N in the official order of the lead departments, and within a lead
/// department in the order of its workbook.
/// </summary>
public static class CollaborationList
{
    public static EquatableList<ListedCollaboration> Of(IEnumerable<Collaboration> collaborations, Register register) =>
    [
        .. collaborations
            .OrderBy(c => register.Department(c.Lead).Order)
            .Select((c, index) => new ListedCollaboration(index + 1, c, PartnerList.Parse(c.PartnersText, register))),
    ];

    public static IEnumerable<ListedCollaboration> LedBy(this IEnumerable<ListedCollaboration> list, Department department) =>
        list.Where(c => c.Collaboration.Lead == department.Code);

    /// <summary>Returns the collaborations that name a department as a partner.</summary>
    public static IEnumerable<ListedCollaboration> Naming(this IEnumerable<ListedCollaboration> list, Department department) =>
        list.Where(c => c.Partners.Departments.Contains(department.Code));

    /// <summary>
    /// Returns the collaborations of other departments whose partners include a department only through 全局 (all bureaus) or 区役所 (the ward
    /// offices), without naming it.
    /// </summary>
    public static IEnumerable<ListedCollaboration> IncludingUnnamed(this IEnumerable<ListedCollaboration> list, Department department) =>
        list.Where(c => c.Collaboration.Lead != department.Code && c.Partners.IncludesUnnamed(department));
}
