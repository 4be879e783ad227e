using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// A signed-in person with the app roles from the city's user directory: <c>Coordinator</c>, or the prefix <c>Department.</c> followed by a
/// department's code, as in <c>Department.kenkofukushi</c>.
/// </summary>
public sealed record Caller(string Name, EquatableList<string> Roles)
{
    public const string CoordinatorRole = "Coordinator", DepartmentRolePrefix = "Department.";

    public bool IsCoordinator => Roles.Contains(CoordinatorRole);

    /// <summary>
    /// Whether the person has a valid role. A department role is the prefix followed by letters a to z, the form of a department's code;
    /// whether the department exists is not checked here.
    /// </summary>
    public bool IsStaff => IsCoordinator || Roles.Any(IsOfDepartment);

    /// <summary>The codes of the departments for which the person has a role.</summary>
    public IEnumerable<string> Departments => Roles.Where(IsOfDepartment).Select(r => r[DepartmentRolePrefix.Length..]).Distinct();

    /// <summary>Whether the person may act for the department: staff for the departments of their roles, the coordinator for any.</summary>
    public bool MayActFor(string department) =>
        IsCoordinator || Roles.Any(r => IsOfDepartment(r) && r.AsSpan(DepartmentRolePrefix.Length).SequenceEqual(department));

    private static bool IsOfDepartment(string role) =>
        role.StartsWith(DepartmentRolePrefix, StringComparison.Ordinal) && IsCode(role.AsSpan(DepartmentRolePrefix.Length));

    private static bool IsCode(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('a', 'z');
}

/// <summary>Identifies the caller of an HTTP request.</summary>
public interface ICallers
{
    /// <returns>Null when the caller is not signed in.</returns>
    Caller? Of(HttpContext context);
}
