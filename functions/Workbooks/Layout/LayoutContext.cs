using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The register, reporting year and department of a workbook.</summary>
internal sealed class LayoutContext(Register register, FiscalYear reportingYear, Department? department)
{
    private readonly Dictionary<object, object> made = [];

    public Register Register => register;

    public FiscalYear ReportingYear => reportingYear;

    public Department? Department => department;

    /// <summary>The 管理番号 that another successor of the same predecessor reports this year.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    public bool IsCoordinator => Department?.Code == Register.Coordinator;

    /// <summary>Whether the department may use 管理番号 with this code: its own code or a predecessor's.</summary>
    public bool MayCarry(string code) =>
        Department is null || Department.Code == code || (Register.Successions is not null
            && Register.LineageOf(Department.Code).Contains(code));

    /// <summary>Creates values that are the same for every cell once per workbook.</summary>
    public T Once<T>(object key, Func<LayoutContext, T> make)
        where T : notnull
    {
        if (!made.TryGetValue(key, out var value))
            made[key] = value = make(this);
        return (T)value;
    }
}
