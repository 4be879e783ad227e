namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>A screen above the present one.</summary>
public sealed record Crumb(string Text, string Path)
{
    public static Crumb Home { get; } = new("ホーム", "/staff/");

    /// <summary>The way to a department's screens.</summary>
    public static IReadOnlyList<Crumb> To(DepartmentScreen screen) => [Home, new(screen.Department.Name, screen.Path)];
}
