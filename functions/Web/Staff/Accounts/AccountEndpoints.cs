using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Accounts;

/// <param name="Register">The register with the departments to choose from; null when people sign in with App Service authentication
/// instead of this page, or when no year was opened yet.</param>
/// <param name="ReturnTo">The portal path to open after signing in.</param>
/// <param name="Fault">What is wrong with the person's choice; null if nothing is.</param>
public sealed record SignInView(Register? Register, string ReturnTo, string? Fault = null);

/// <summary>The screens for signing in and out.</summary>
internal static class AccountEndpoints
{
    private const string Name = "開発用の担当者";

    public static void MapAccounts(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/sign-in", ShowAsync).For(Access.Anyone);
        staff.MapForm("/sign-in", SignInAsync).For(Access.Anyone);
        staff.MapPage("/sign-out", () => StaffPage.Of<SignOutPage>(new SignOutView(IsOut: false))).For(Access.Anyone);
        staff.MapForm("/sign-out", SignOut).For(Access.Anyone);
        staff.MapPage("/signed-out", () => StaffPage.Of<SignOutPage>(new SignOutView(IsOut: true))).For(Access.Anyone);
    }

    private static async Task<IResult> ShowAsync(string? to, HttpContext context, YearStore years, CancellationToken cancellation) =>
        StaffPage.Of<SignInPage>(new SignInView(
            SignInLinks.IsDevelopment(context) ? (await years.NewestAsync(cancellation))?.Register : null, SignInLinks.OwnPath(to)));

    private static async Task<IResult> SignInAsync(HttpContext context, YearStore years, CancellationToken cancellation)
    {
        if (context.RequestServices.GetService<DevelopmentSessions>() is not { } sessions
            || await years.NewestAsync(cancellation) is not { } year)
            return ApiProblem.UnknownPath();
        var (form, register) = (context.Request.Form, year.Register);
        var roles = RolesOf(form["role"], register).ToEquatableList();
        var path = SignInLinks.OwnPath(form[SignInLinks.ReturnTo]);
        if (roles.Count == 0)
            return StaffPage.Of<SignInPage>(
                new SignInView(register, path, "どの役割で使うかを、一つ以上選んでください。"), StatusCodes.Status422UnprocessableEntity);
        sessions.Begin(context, new(Name, roles));
        return StaffPage.GoTo(path);
    }

    // Ignores submitted roles that the page does not offer.
    private static IEnumerable<string> RolesOf(IEnumerable<string?> chosen, Register register) =>
        register.Departments.Select(d => Caller.DepartmentRolePrefix + d.Code).Prepend(Caller.CoordinatorRole)
            .Intersect(chosen.OfType<string>());

    private static IResult SignOut(HttpContext context)
    {
        DevelopmentSessions.End(context);
        return StaffPage.GoTo("/staff/signed-out");
    }
}
