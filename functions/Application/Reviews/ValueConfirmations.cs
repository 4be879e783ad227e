using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Reviews;

/// <summary>The findings that a person confirms: a single finding, or all of the same kind (確認する指摘).</summary>
/// <param name="Problems">The findings, with the ids of the records that they concern, as set by <see cref="Confirmations.NameRecords"/>.
/// Findings that need no confirmation are ignored.</param>
/// <param name="Reason">The reason as it was typed; null or blank if none was given.</param>
/// <param name="ReasonUse">Whether the reason may be published as a note. Applies only to kinds of findings that allow a public note; all
/// other reasons stay internal.</param>
public sealed record ValuesToConfirm(IReadOnlyCollection<Problem> Problems, string? Reason, ReasonUse ReasonUse);

/// <summary>
/// Reads and stores the confirmations that staff give for unusual values (指摘の確認). A confirmation belongs to a record and a value: when the
/// value changes, the confirmation no longer applies.
/// </summary>
public sealed class ValueConfirmations(
    ReviewWriter writer, ReviewStore reviews, SubmissionStore submissions, FoundProblems found, TimeProvider time)
{
    /// <summary>Reads the confirmations that the department gave for the reporting year and for the previous year.</summary>
    public Task<IReadOnlyList<Confirmation>> OfAsync(DepartmentYear report, CancellationToken cancellation) =>
        reviews.ConfirmationsAsync(report, cancellation);

    /// <summary>Returns the problems of a checked workbook that still need a confirmation.</summary>
    /// <param name="report">The report that the workbook belongs to.</param>
    /// <param name="problems">The problems, with the ids of their records set.</param>
    /// <param name="cancellation">Cancellation takes effect between two pages of the query result.</param>
    public async Task<EquatableList<Problem>> UnconfirmedAsync(
        DepartmentYear report, IReadOnlyCollection<Problem> problems, CancellationToken cancellation) =>
        problems.Any(p => p.AsksForConfirmation) ? problems.Unconfirmed(await reviews.ConfirmationsAsync(report, cancellation)) : [];

    /// <summary>
    /// Confirms values in batches of 90 (ReviewRows.Most), because the size of a transaction is limited. If the process crashes between two
    /// batches, the batches already written stay, and the person may submit the form again.
    /// </summary>
    public async Task<ReviewOutcome> ConfirmAsync(
        DepartmentYear report, ValuesToConfirm values, SentForm form, CancellationToken cancellation)
    {
        var reason = CommentText.Read(values.Reason, CommentText.MostOfAReason);
        if (reason is TypedText.TooLong)
            return new ReviewOutcome.Refused(null, reason);
        var act = form.At(time.GetUtcNow());
        var confirmations = ConfirmationsOf(values, (reason as TypedText.Taken)?.Text, act);
        if (confirmations.Count == 0)
            return await NothingLeftAsync(report, act, cancellation);
        var parts = confirmations.Chunk(ReviewRows.Most).ToList();
        foreach (var part in parts[..^1])
            await writer.ActAsync(report, act, standing => ConfirmAsync(report, standing, new(part, null), cancellation), cancellation);
        return await writer.ActAsync(
            report, act, standing => ConfirmAsync(report, standing, new(parts[^1], LineOf(confirmations, standing, act)), cancellation),
            cancellation);
    }

    // If the form is submitted twice, the first request has confirmed the values, so none is left for the second.
    private async Task<ReviewOutcome> NothingLeftAsync(DepartmentYear report, ReviewAct act, CancellationToken cancellation) =>
        await reviews.HasLineAsync(report, act.Id, cancellation)
            ? new ReviewOutcome.AlreadyDone()
            : new ReviewOutcome.Refused(null, new TypedText.Empty());

    private async Task<ReviewWish> ConfirmAsync(DepartmentYear report, ReportStanding standing, Part part, CancellationToken cancellation)
    {
        var counted = await CountAsync(report, standing, part.Confirmations, cancellation);
        var review = standing.Review with { ConfirmedAt = part.Confirmations[0].When, Findings = counted };
        var after = part.Line is { } line ? review with { Last = new(line.Id, line.Kind, line.Who, line.When) } : review;
        return new(new ReviewOutcome.Changed(after, part.Line is null ? [] : [part.Line])) { Confirmations = part.Confirmations };
    }

    // Counts the findings of the current submission, not those of the check that the person is viewing, which may not be submitted yet.
    private async Task<CountedFindings?> CountAsync(
        DepartmentYear report, ReportStanding standing, IReadOnlyCollection<Confirmation> more, CancellationToken cancellation)
    {
        if (standing.Counting is not { } counting || !SubmissionId.TryParse(counting.Id, out var id))
            return standing.Review.Findings;
        var problems = await submissions.ProblemsAsync(id, cancellation);
        var tally = problems.Any(p => p.AsksForConfirmation)
            ? problems.Tally([.. await reviews.ConfirmationsAsync(report, cancellation), .. more])
            : await found.TallyAsync(id, problems, cancellation);
        return new(counting.Id, tally, standing.SubmittedBy);
    }

    private static List<Confirmation> ConfirmationsOf(ValuesToConfirm values, string? reason, ReviewAct act) =>
    [
        .. values.Problems.Where(p => p.AsksForConfirmation)
            .Select(p => new Confirmation(ConfirmationKey.Of(p), p.Code, p.Records, act.Who, act.When) { Reason = reason,
                ReasonUse = UseOf(p, reason, values) })
            .DistinctBy(c => c.Key),
    ];

    private static ReasonUse UseOf(Problem problem, string? reason, ValuesToConfirm values) =>
        reason is not null && problem.MayHaveNote() ? values.ReasonUse : ReasonUse.Internal;

    private static ReviewLine LineOf(List<Confirmation> confirmations, ReportStanding standing, ReviewAct act) =>
        new(act.Id, ReviewLineKind.Confirmed, act.Who, act.When)
        {
            Side = act.Side,
            Submission = standing.Counting?.Id,
            Text = confirmations[0].Reason,
            About = confirmations.TrueForAll(c => c.Code == confirmations[0].Code) ? confirmations[0].Code : null,
        };

    private sealed record Part(IReadOnlyList<Confirmation> Confirmations, ReviewLine? Line);
}
