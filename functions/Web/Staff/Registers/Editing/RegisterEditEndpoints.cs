using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>Maps the forms that edit a year's register (台帳の編集・改編).</summary>
internal static class RegisterEditEndpoints
{
    private const string Folder = "/{year}/register";

    public static void MapRegisterForms(this IEndpointRouteBuilder staff)
    {
        staff.MapEdit("/contact", _ => new PublisherForm());
        staff.MapEdit("/general-contacts", _ => new GeneralContactsForm());
        staff.MapEdit("/areas", _ => new AreasForm());
        staff.MapEdit("/new-department", _ => new NewDepartmentForm());
        staff.MapEdit("/merge", _ => new MergeForm());
        staff.MapEdit("/departments/{code}", code => new DepartmentForm(code));
        staff.MapEdit("/departments/{code}/divisions", code => new DivisionsForm(code));
        staff.MapEdit("/departments/{code}/center", code => new CenterForm(code));
        staff.MapEdit("/departments/{code}/rename", code => new RenameForm(code));
        staff.MapEdit("/departments/{code}/split", code => new SplitForm(code));
        staff.MapEdit("/departments/{code}/abolish", code => new AbolishForm(code));
    }

    private static void MapEdit(this IEndpointRouteBuilder staff, string pattern, Func<string, RegisterForm> form)
    {
        staff.MapPage(Folder + pattern, (HttpContext context, RegisterEditScreens screens, CancellationToken cancellation) =>
            screens.ShowAsync(context, form(CodeIn(context)), cancellation)).For(Access.Coordinator);
        staff.MapForm(Folder + pattern, (HttpContext context, RegisterEditScreens screens, CancellationToken cancellation) =>
            screens.AnswerAsync(context, form(CodeIn(context)), cancellation)).For(Access.Coordinator);
    }

    private static string CodeIn(HttpContext context) => context.Request.RouteValues["code"] as string ?? "";
}
