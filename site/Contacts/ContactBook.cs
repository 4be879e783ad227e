using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Contacts;

/// <summary>
/// The current contacts, for pages of any reporting year: they come from the newest year's register. The general contact answers for
/// departments that have been abolished since.
/// </summary>
/// <param name="register">The register of the newest year.</param>
/// <param name="center">What the support centres are called.</param>
public sealed class ContactBook(Register register, string center)
{
    public string Center { get; } = center;

    /// <summary>The contact to ask first comes first: the call centre.</summary>
    public EquatableList<GeneralContact> General { get; } = register.GeneralContacts ?? [];

    /// <summary>The division that answers questions about the report as a whole.</summary>
    public string ReportName { get; } = register.ContactName;

    public ContactDetails? Report { get; } = register.Contact?.Details;

    /// <summary>Each department with its divisions and its support centre, in official order.</summary>
    public EquatableList<Department> Departments { get; } = [.. register.Departments.OrderBy(d => d.Order)];

    /// <summary>Null when no way to reach the department is known.</summary>
    public ContactDetails? Of(Department department) =>
        Departments.FirstOrDefault(d => d.Code == department.Code)?.Contact is { Reaches: true } known ? known : null;

    /// <summary>The name to show where no contact is known: a ward office is named together with its support centre.</summary>
    public string NameOfUnknown(Department department) =>
        department.IsWard && CenterOf(department) is null ? $"{department.Name}と{Center}" : department.Name;

    public SupportCenter? CenterOf(Department ward) => Departments.FirstOrDefault(d => d.Code == ward.Code)?.SupportCenter;
}
