using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Contacts;

/// <summary>
/// The contacts of the newest year's register. Pages of every reporting year show these, because older contacts may be outdated; for a
/// department that has since been abolished, they show the general contact.
/// </summary>
/// <param name="register">The register of the newest year.</param>
/// <param name="center">The name of the support centres in the wards, such as 地域みまもり支援センター.</param>
public sealed class ContactBook(Register register, string center)
{
    public string Center { get; } = center;

    /// <summary>
    /// The contacts for questions of any kind. The first, such as the city's call centre, is shown where no other contact is known.
    /// </summary>
    public EquatableList<GeneralContact> General { get; } = register.GeneralContacts ?? [];

    /// <summary>The name of the division that answers questions about the report as a whole.</summary>
    public string ReportName { get; } = register.ContactName;

    public ContactDetails? Report { get; } = register.Contact?.Details;

    /// <summary>Each department with its divisions and its support centre, in official order.</summary>
    public EquatableList<Department> Departments { get; } = [.. register.Departments.OrderBy(d => d.Order)];

    /// <summary>The department's contact details; null when the register has no telephone number or other way to reach it.</summary>
    public ContactDetails? Of(Department department) =>
        Departments.FirstOrDefault(d => d.Code == department.Code)?.Contact is { Reaches: true } known ? known : null;

    /// <summary>
    /// The name of a department in the sentence that says that its contact is unknown. If the register has no support centre for a ward,
    /// the name of the support centre is appended to that of the ward office, so that one sentence suffices for both offices.
    /// </summary>
    public string NameOfUnknown(Department department) =>
        department.IsWard && CenterOf(department) is null ? $"{department.Name}と{Center}" : department.Name;

    public SupportCenter? CenterOf(Department ward) => Departments.FirstOrDefault(d => d.Code == ward.Code)?.SupportCenter;
}
