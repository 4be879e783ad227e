using System.Text.Encodings.Web;
using System.Text.Unicode;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Departments;
using KawasakiServerless.Web.Staff.Registers;
using KawasakiServerless.Web.Staff.Registers.Editing;
using KawasakiServerless.Web.Staff.Review;
using KawasakiServerless.Web.Staff.Shell;
using KawasakiServerless.Web.Staff.Submissions;
using KawasakiServerless.Web.Staff.Years;

namespace KawasakiServerless.Web.Staff;

public static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        // Writes Japanese characters unescaped to pages; by default, they would be written as character entities.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddRazorComponents().Services
        .AddSingleton<YearScreens>()
        .AddSingleton<DepartmentScreens>()
        .AddSingleton<DepartmentHomes>()
        .AddSingleton<ReleaseViews>()
        .AddSingleton<CheckScreens>()
        .AddSingleton<UploadForm>()
        .AddSingleton<SubmitForm>()
        .AddSingleton<ReviewForms>()
        .AddSingleton<RegisterScreens>()
        .AddSingleton<RegisterEditScreens>()
        .AddSingleton<SubmissionScreens>();
}
