using KawasakiServerless.Domain;

namespace KawasakiServerless.Functions.SignIn;

/// <summary>Somebody signed in, with the app roles of the directory: Coordinator, or Department.kenkofukushi and the like.</summary>
public sealed record Caller(string Name, EquatableList<string> Roles)
{
    public const string CoordinatorRole = "Coordinator", DepartmentRolePrefix = "Department.";

    public bool IsCoordinator => Roles.Contains(CoordinatorRole);

    public bool IsStaff => IsCoordinator || Roles.Any(r => r.StartsWith(DepartmentRolePrefix, StringComparison.Ordinal));

    /// <summary>Staff act for their own department; the coordinator may help any.</summary>
    public bool MayActFor(string department) => IsCoordinator || Roles.Contains(DepartmentRolePrefix + department);
}

/// <summary>Tells who is calling.</summary>
public interface ICallers
{
    /// <returns>Null when nobody is signed in.</returns>
    Caller? Of(HttpContext context);
}
