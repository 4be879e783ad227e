using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Registers;

/// <summary>
/// The screens that show the registers (台帳) of all years and their versions. The forms that edit a register are in the folder Editing.
/// </summary>
internal static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/registers", ListAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/register", ShowAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/register/reorganise", ReorganiseAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/register/versions/{version}", VersionAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/register/difference", CompareAsync).For(Access.Coordinator);
    }

    private static async Task<IResult> ListAsync(YearLifecycle lifecycle, RegisterVersions versions, CancellationToken cancellation)
    {
        var years = await lifecycle.AllAsync(cancellation);
        var listed = await Task.WhenAll(years.Select(async y => new YearRegister(y, await versions.OfYearAsync(y.Year, cancellation))));
        return listed.Length > 0 ? StaffPage.Of<RegisterListPage>(new RegisterListView(listed)) : ApiProblem.UnknownYear(null);
    }

    private static Task<IResult> ShowAsync(HttpContext context, RegisterScreens screens, CancellationToken cancellation) =>
        screens.ForAsync(context, now => Task.FromResult(
            StaffPage.Of<RegisterPage>(new RegisterView(now, context.Request.Query["saved"].ToString()))), cancellation);

    private static Task<IResult> ReorganiseAsync(
        HttpContext context, RegisterScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async now => StaffPage.Of<ReorganisePage>(
            new ReorganiseView(now, [.. (await lifecycle.AllAsync(cancellation)).Select(y => y.Year)])), cancellation);

    private static Task<IResult> VersionAsync(
        HttpContext context, YearScreens screens, RegisterVersions versions, CancellationToken cancellation) =>
        screens.ForAsync(context, async year =>
        {
            var all = await versions.OfYearAsync(year.Year, cancellation);
            if (Find(all, context.Request.RouteValues["version"] as string) is not { } about)
                return ApiProblem.UnknownRegisterVersion();
            return (await versions.FindAsync(year.Year, about.Version, cancellation),
                await versions.ChangedByAsync(year.Year, about.Version, cancellation)) is ({ } register, { } changed)
                ? StaffPage.Of<RegisterVersionPage>(new RegisterVersionView(year.Year, about, register, changed) { Versions = all })
                : ApiProblem.UnknownRegisterVersion();
        }, cancellation);

    private static Task<IResult> CompareAsync(
        HttpContext context, YearScreens screens, RegisterVersions versions, CancellationToken cancellation) =>
        screens.ForAsync(context, async year =>
        {
            var all = await versions.OfYearAsync(year.Year, cancellation);
            var (before, after) = (Find(all, context.Request.Query["before"]), Find(all, context.Request.Query["after"]));
            if (before is null || after is null)
                return ApiProblem.UnknownRegisterVersion();
            var registers = await Task.WhenAll(
                new[] { before, after }.Select(v => versions.FindAsync(year.Year, v.Version, cancellation)));
            return registers is [{ } old, { } now]
                ? StaffPage.Of<RegisterDifferencePage>(
                    new RegisterDifferenceView(year.Year, before, after, RegisterDifference.Between(old, now))
                    {
                        Register = year.Register,
                        Versions = all,
                    })
                : ApiProblem.UnknownRegisterVersion();
        }, cancellation);

    private static RegisterVersion? Find(IReadOnlyList<RegisterVersion> all, string? version) =>
        all.FirstOrDefault(v => v.Version == version);
}
