using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Accounts;
using KawasakiServerless.Web.Staff.Audit;
using KawasakiServerless.Web.Staff.Board;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Departments;
using KawasakiServerless.Web.Staff.Fixes;
using KawasakiServerless.Web.Staff.Home;
using KawasakiServerless.Web.Staff.Previews;
using KawasakiServerless.Web.Staff.Publications;
using KawasakiServerless.Web.Staff.Purges;
using KawasakiServerless.Web.Staff.Registers;
using KawasakiServerless.Web.Staff.Registers.Editing;
using KawasakiServerless.Web.Staff.Review;
using KawasakiServerless.Web.Staff.Shell;
using KawasakiServerless.Web.Staff.Submissions;
using KawasakiServerless.Web.Staff.Workbook;
using KawasakiServerless.Web.Staff.Years;

namespace KawasakiServerless.Web.Staff;

/// <summary>Maps the routes of the staff portal. Each method below maps the screens of one folder.</summary>
public static class StaffEndpoints
{
    private static readonly string[] All = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/staff");
        staff.MapAssets();
        staff.MapAccounts();
        staff.MapHome();
        staff.MapAudit();
        staff.MapBoard();
        staff.MapDepartments();
        staff.MapPreviews();
        staff.MapPublications();
        staff.MapPurges();
        staff.MapRegisters();
        staff.MapRegisterForms();
        staff.MapReviews();
        staff.MapYears();
        staff.MapRelease();
        staff.MapWorkbook();
        staff.MapChecks();
        staff.MapFixes();
        staff.MapSubmissions();
        staff.MapMethods("/{**path}", All, ApiProblem.UnknownPath).For(Access.Anyone);
    }
}
