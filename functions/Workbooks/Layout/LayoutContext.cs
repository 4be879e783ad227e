using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The register, reporting year and department of the workbook that is read or written, and a cache of values derived from them.
/// </summary>
internal sealed class LayoutContext(DepartmentNames names, FiscalYear reportingYear, Department? department)
{
    private readonly Dictionary<object, object> made = [];

    public Register Register => names.Register;

    public DepartmentNames DepartmentNames => names;

    public FiscalYear ReportingYear => reportingYear;

    public Department? Department => department;

    /// <summary>
    /// The record ids (管理番号) that another department already reports for the same reporting year. Not empty only if several successors of a
    /// reorganized department received the same records.
    /// </summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    public bool IsCoordinator => Department?.Code == Register.Coordinator;

    /// <summary>
    /// Whether the department may use record ids (管理番号) with this department code: its own code or that of a predecessor. True for every
    /// code if the department is unknown.
    /// </summary>
    public bool MayCarry(string code) =>
        Department is null || Department.Code == code || (Register.Successions is not null
            && Register.LineageOf(Department.Code).Contains(code));

    /// <summary>Returns the cached value for the key; creates it on the first call.</summary>
    public T Once<T>(object key, Func<LayoutContext, T> make)
        where T : notnull
    {
        if (!made.TryGetValue(key, out var value))
            made[key] = value = make(this);
        return (T)value;
    }
}
