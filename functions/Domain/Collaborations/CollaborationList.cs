namespace KawasakiServerless.Domain;

/// <summary>
/// The cross-department collaboration list (関係部署一覧), numbered 1…N in the official order of the lead departments, and within a lead
/// department in the order of its workbook. Indexed by the ids (管理番号) of the collaborations.
/// </summary>
public sealed class CollaborationList(EquatableList<ListedCollaboration> listed)
    : RecordList<ListedCollaboration>(listed, c => c.Collaboration.Id)
{
    public static CollaborationList Of(IEnumerable<Collaboration> collaborations, Register register)
    {
        var names = new DepartmentNames(register);
        return new(
        [
            .. collaborations
                .OrderBy(c => register.Department(c.Lead).Order)
                .Select((c, index) => new ListedCollaboration(index + 1, c, PartnerList.Parse(c.PartnersText, names))),
        ]);
    }

    /// <returns>The collaboration with this id; null if the report has none.</returns>
    public ListedCollaboration? Find(string id) => WithKey(id).FirstOrDefault();

    public IEnumerable<ListedCollaboration> LedBy(Department department) => this.Where(c => c.Collaboration.Lead == department.Code);

    /// <summary>Returns the collaborations that name a department as a partner.</summary>
    public IEnumerable<ListedCollaboration> Naming(Department department) =>
        this.Where(c => c.Partners.Departments.Contains(department.Code));

    /// <summary>
    /// Returns the collaborations that other departments lead and that include the given department only through 全局 (all bureaus) or 区役所
    /// (the ward offices), without naming it.
    /// </summary>
    public IEnumerable<ListedCollaboration> IncludingUnnamed(Department department) =>
        this.Where(c => c.Collaboration.Lead != department.Code && c.Partners.IncludesUnnamed(department));
}
