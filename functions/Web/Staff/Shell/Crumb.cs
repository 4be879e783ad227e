namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>A link in the breadcrumb navigation.</summary>
public sealed record Crumb(string Text, string Path)
{
    public static Crumb Home { get; } = new("ホーム", "/staff/");

    /// <summary>Returns the links that lead to a department's screens.</summary>
    public static IReadOnlyList<Crumb> To(DepartmentScreen screen) => [Home, new(screen.Department.Name, screen.Path)];
}
