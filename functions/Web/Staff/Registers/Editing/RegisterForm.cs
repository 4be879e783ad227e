using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>A register as a form would change it.</summary>
/// <param name="Draft">Unchanged where it cannot be changed at all.</param>
/// <param name="Findings">What was typed that no register can hold.</param>
public sealed record EditedRegister(Register Draft, EquatableList<RegisterFinding> Findings);

/// <summary>A form that edits a part of a year's register.</summary>
public abstract record RegisterForm
{
    /// <summary>Under the register's own address: contact, departments/zaisei.</summary>
    public abstract string Path { get; }

    /// <summary>What the form does, in a few words: its heading, and its line in the list of versions.</summary>
    public abstract string TitleFor(Register register);

    /// <summary>What to know before one begins.</summary>
    public virtual string? Lead => null;

    /// <summary>Whether the register has what the form edits.</summary>
    public virtual bool Fits(Register register) => true;

    public abstract IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed);

    /// <param name="register">The version that the person saw.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="year">The register's.</param>
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

/// <summary>A form about one department.</summary>
/// <param name="Code">Of the department.</param>
public abstract record DepartmentOwnForm(string Code) : RegisterForm
{
    public override bool Fits(Register register) => register.FindDepartment(Code) is not null;

    protected static string FolderOf(string code) => $"departments/{code}";

    protected static Register With(Register register, Department department) => register with
    {
        Departments = [.. register.Departments.Select(d => d.Code == department.Code ? department : d).OrderBy(d => d.Order)],
    };
}
