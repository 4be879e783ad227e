using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// A whole year in the portal: the steps of the coordinator and, in between, those of a department, all by clicks and keys alone.
/// </summary>
public sealed class YearTests
{
    private const string Reason = "会場を広げ、定員を増やしたため。", Comment = "川崎病院の参加者数を、集計表にそろえてください。", NewInitiative = "患者会の活動を支援した。";

    [Theory]
    [InlineData(Scripts.Enabled)]
    [InlineData(Scripts.Disabled)]
    public async Task AYearIsOpenedReportedReviewedPublishedRestoredPurgedAndAudited(Scripts scripts)
    {
        var city = await SmallCity.StartAsync();
        try
        {
            await WatchedAsync(city, scripts, office => WatchedAsync(city, scripts,
                desk => TellAsync(office, desk, new Citizen(visit => WatchedAsync(city, scripts, visit)))));
        }
        finally
        {
            await city.DisposeAsync();
        }
    }

    // Ignores net::ERR_ABORTED, because the browser aborts a navigation that turns out to be a download.
    private static async Task WatchedAsync(City city, Scripts scripts, Func<Portal, Task> visit) => Assert.DoesNotContain(
        await city.ComplaintsOfAsync(visitor => visit(new(visitor)), scripts),
        c => !c.EndsWith("failed: net::ERR_ABORTED", StringComparison.Ordinal));

    private static async Task TellAsync(Portal office, Portal desk, Citizen citizen)
    {
        var (coordinator, newYear, department) = (new CoordinatorsYear(office), new NewYear(office), new DepartmentsYear(desk));
        await office.Person.SignInAsync("取りまとめ担当");
        await coordinator.SeeTheBoardAsync(SmallCity.Hospitals, ReportState.Submitted);
        await newYear.OpenAsync();
        await newYear.RenameADepartmentAsync();
        await newYear.SplitADepartmentAsync();

        await department.SignInAsync();
        await department.TakeTheWorkbookAsync();
        await department.UploadWithErrorsAsync();
        await department.ReadWhatWasFoundAsync();
        await department.FixTwoCellsHereAsync();
        await department.MendTheRestInTheFileAsync();
        await department.ConfirmWithAReasonAsync(Reason);
        var first = await department.SubmitAsync();

        await coordinator.SeeTheBoardAsync(SmallCity.Hospitals, ReportState.Submitted);
        await coordinator.SendBackAsync(first, Reason, Comment);
        await department.ReadTheCommentAsync(Comment);
        await department.ChangeTheSubmittedWorkbookAsync();
        var second = await department.SubmitAsync();
        Assert.NotEqual(first, second);
        await coordinator.ApproveAsync(second, Comment);
        await department.SeeTheApprovalAsync();

        await coordinator.SubmitOnBehalfAsync();
        await coordinator.PreviewAsync();
        await coordinator.GoThroughTheChecklistAndReleaseAsync();
        await citizen.ReadTheFigureAsync("650", "725");
        await coordinator.PublishAsync();
        await citizen.ReadTheFigureAsync("725", "720");
        await citizen.FollowTheDepartmentsThatMovedAsync();
        var supported = await citizen.FindAsync(NewInitiative);

        await coordinator.RestoreTheFirstPublicationAsync();
        await citizen.ReadTheFigureAsync("650", "725");
        await coordinator.LiftTheHoldAsync();
        await coordinator.PurgeAsync(supported, NewInitiative);
        await citizen.ReadTheFigureAsync("725", "720");
        await citizen.FindNoMoreAsync(supported, NewInitiative);
        await department.SeeThePurgeAsync();
        await newYear.OpenTheNextAsync();
        await department.GoBackToTheYearBeforeAsync();
        await coordinator.ReadTheAuditAsync(
            (AuditKinds.YearOpened, 2), (AuditKinds.DeadlineSet, 1), (AuditKinds.RegisterSaved, 2), (AuditKinds.Confirmed, 1),
            (AuditKinds.SentBack, 1),
            (AuditKinds.Approved, 1), ("release", 1), ("restore", 1), ("lift hold", 1),
            // The row of the replacement contains the label of the purge too.
            ("purge", 2), (AuditKinds.PurgeReplaced, 1));
    }
}
