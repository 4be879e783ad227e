using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Contacts;

/// <summary>
/// Whom to ask today, whatever reporting year a page is of: the newest year's register. A department that has ended since is answered for
/// by the general contact.
/// </summary>
/// <param name="register">Of the newest year.</param>
/// <param name="center">What the support centres are called.</param>
public sealed class ContactBook(Register register, string center)
{
    public string Center { get; } = center;

    /// <summary>First whom to ask first: the call centre.</summary>
    public EquatableList<GeneralContact> General { get; } = register.GeneralContacts ?? [];

    /// <summary>Which division answers about the report as a whole.</summary>
    public string ReportName { get; } = register.ContactName;

    public ContactDetails? Report { get; } = register.Contact?.Details;

    /// <summary>Each department with its divisions and its support centre, in official order.</summary>
    public EquatableList<Department> Departments { get; } = [.. register.Departments.OrderBy(d => d.Order)];

    /// <summary>Null when nobody knows how the department is reached.</summary>
    public ContactDetails? Of(Department department) =>
        Departments.FirstOrDefault(d => d.Code == department.Code)?.Contact is { Reaches: true } known ? known : null;

    /// <summary>Who is meant where nothing is known: a ward office with its support centre.</summary>
    public string NameOfUnknown(Department department) =>
        department.IsWard && CenterOf(department) is null ? $"{department.Name}と{Center}" : department.Name;

    public SupportCenter? CenterOf(Department ward) => Departments.FirstOrDefault(d => d.Code == ward.Code)?.SupportCenter;
}
