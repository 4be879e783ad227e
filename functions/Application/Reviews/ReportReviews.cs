using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Reviews;

/// <summary>The state of a report and its history. The coordinator and the department see the same data.</summary>
/// <param name="Timeline">The history of the report (経過), newest first.</param>
public sealed record ReportView(ReportStanding Standing, IReadOnlyList<ReviewLine> Timeline);

/// <summary>
/// Lets the coordinator approve reports and send them back, and lets the coordinator and the department exchange messages (承認・差戻し・連絡). The
/// caller is responsible for authorization.
/// </summary>
public sealed class ReportReviews(ReviewWriter writer, ReviewStore reviews, SubmissionStore submissions, TimeProvider time)
{
    public Task<ReportStanding> StandingAsync(DepartmentYear report, CancellationToken cancellation) =>
        writer.StandingAsync(report, cancellation);

    public async Task<ReportView> ViewAsync(DepartmentYear report, CancellationToken cancellation)
    {
        var standing = await writer.StandingAsync(report, cancellation);
        var history = await submissions.HistoryAsync(report.Year, report.Department, cancellation);
        return new(standing, Timeline.Of(history, await reviews.LinesAsync(report, cancellation)));
    }

    public Task<ReviewOutcome> ApproveAsync(DepartmentYear report, SeenReport seen, SentForm form, CancellationToken cancellation) =>
        JudgeAsync(report, form, new(seen, (standing, act) => ReviewDecisions.Approve(standing, seen, act)), cancellation);

    /// <param name="report">The report that is sent back.</param>
    /// <param name="request">The state of the report that the screen showed, and the comments as typed; blank comments are ignored.</param>
    /// <param name="form">The submitted form, with the coordinator who sends the report back.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    public Task<ReviewOutcome> SendBackAsync(
        DepartmentYear report, SendBackRequest request, SentForm form, CancellationToken cancellation) =>
        JudgeAsync(
            report,
            form,
            new(request.Seen, (standing, act) => ReviewDecisions.SendBack(standing, request.Seen, request.Comments, act)),
            cancellation);

    /// <param name="report">The report that the comment belongs to.</param>
    /// <param name="comment">The id of the comment.</param>
    /// <param name="form">The submitted form, with the person who closes the comment.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    public Task<ReviewOutcome> CloseCommentAsync(DepartmentYear report, string comment, SentForm form, CancellationToken cancellation) =>
        ActAsync(report, form, (standing, act) => ReviewDecisions.CloseComment(standing, comment, act), cancellation);

    /// <param name="report">The report that the message is about.</param>
    /// <param name="message">The message as it was typed.</param>
    /// <param name="form">The submitted form, with the person who writes the message.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    public Task<ReviewOutcome> WriteAsync(DepartmentYear report, TypedMessage message, SentForm form, CancellationToken cancellation) =>
        ActAsync(report, form, (standing, act) => ReviewDecisions.Write(standing, message.Section, message.Text, act), cancellation);

    // If the department submits between the decision and the write, the decision was made about a superseded submission. This is detected
    // after the write and reported as a conflict.
    private async Task<ReviewOutcome> JudgeAsync(
        DepartmentYear report, SentForm form, Judgement judgement, CancellationToken cancellation)
    {
        var outcome = await ActAsync(report, form, judgement.Decide, cancellation);
        return outcome is ReviewOutcome.Changed(var after, _)
            ? ReviewDecisions.ConflictOf(
                await writer.StandingAsync(report, cancellation), judgement.Seen with { Verdict = after.Verdict?.Id }) ?? outcome
            : outcome;
    }

    private Task<ReviewOutcome> ActAsync(
        DepartmentYear report, SentForm form, Func<ReportStanding, ReviewAct, ReviewOutcome> decide, CancellationToken cancellation)
    {
        var act = form.At(time.GetUtcNow());
        return writer.ActAsync(report, act, standing => Task.FromResult(new ReviewWish(decide(standing, act))), cancellation);
    }

    /// <summary>A decision about the submission that the screen showed.</summary>
    private sealed record Judgement(SeenReport Seen, Func<ReportStanding, ReviewAct, ReviewOutcome> Decide);
}

/// <summary>The coordinator's decision to send a report back (差戻しの依頼), with comments.</summary>
public sealed record SendBackRequest(SeenReport Seen, IReadOnlyList<TypedComment> Comments);

/// <summary>A message between the coordinator and the department, as it was typed (連絡).</summary>
/// <param name="Section">The section of the report that the message is about; null for the report as a whole.</param>
public sealed record TypedMessage(ReportSection? Section, string? Text);
