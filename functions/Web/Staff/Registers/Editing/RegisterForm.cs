using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The result of applying a form to a register.</summary>
/// <param name="Draft">The register after the change; the unchanged register when the change is not possible.</param>
/// <param name="Findings">Findings about input that cannot be stored in a register, or about a reorganisation that is not possible.</param>
public sealed record EditedRegister(Register Draft, EquatableList<RegisterFinding> Findings);

/// <summary>A form that edits a part of a year's register.</summary>
public abstract record RegisterForm
{
    /// <summary>The address of the form, relative to that of the register, such as contact or departments/zaisei.</summary>
    public abstract string Path { get; }

    /// <summary>
    /// A short Japanese description of the form. It is the heading of the screen, and describes the saved version in the list of versions.
    /// </summary>
    public abstract string TitleFor(Register register);

    /// <summary>A Japanese introduction above the form; null for none.</summary>
    public virtual string? Lead => null;

    /// <summary>
    /// Whether the register contains what the form edits, such as a department. Another person may have removed it in the meantime.
    /// </summary>
    public virtual bool Fits(Register register) => true;

    public abstract IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed);

    /// <param name="register">The register to which the input is applied.</param>
    /// <param name="typed">The content of the submitted form.</param>
    /// <param name="year">The year of the register.</param>
    public abstract EditedRegister Apply(Register register, TypedFields typed, FiscalYear year);

    public IEnumerable<RegisterField> FieldsFor(Register register, TypedFields typed) =>
        GroupsFor(register, typed).SelectMany(g => g.Fields);

    protected static EditedRegister Reorganise(Register register, Reorganisation change, FiscalYear year)
    {
        var (draft, findings) = Reorganised.By(register, change, year);
        return new(draft, findings);
    }

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A form that edits one department.</summary>
/// <param name="Code">The code of the department.</param>
public abstract record DepartmentOwnForm(string Code) : RegisterForm
{
    public override bool Fits(Register register) => register.FindDepartment(Code) is not null;

    protected static string FolderOf(string code) => $"departments/{code}";

    protected static Register With(Register register, Department department) => register with
    {
        Departments = [.. register.Departments.Select(d => d.Code == department.Code ? department : d).OrderBy(d => d.Order)],
    };
}
