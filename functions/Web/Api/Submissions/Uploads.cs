using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>
/// Limits concurrent uploads. A request first acquires one of the person's slots, then a slot for receiving the body, then a slot for
/// reading the workbook. A request that gets no slot in time submits nothing, and the response tells the client when to retry.
/// </summary>
public sealed class Uploads(Acceptance acceptance, WorkbookGates gates, TimeProvider time)
{
    /// <summary>The maximum time for receiving a body. The largest accepted workbook (20 MiB) arrives in time at 1.4 Mbit/s.</summary>
    public static readonly TimeSpan BodyDeadline = TimeSpan.FromMinutes(2);

    /// <param name="context">The HTTP context of a caller who may act for the department.</param>
    /// <param name="year">The reporting year of the submission.</param>
    /// <param name="department">The submitting department.</param>
    /// <param name="cancellation">The cancellation token of the request, which first takes a slot for uploading and then one for reading. If
    /// the client disconnects before it has both, nothing is submitted. After that, the workbook is submitted anyway.</param>
    public Task<IResult> SubmitAsync(
        HttpContext context, ReportingYear year, Department department, CancellationToken cancellation) => ReceiveAsync(
        context,
        async (body, place) =>
        {
            var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
            var who = context.Submitter();
            var upload = new Upload(year, department, body.Workbook, body.FileName, who.Name) { IsOnBehalf = who.IsOnBehalf };
            return AnswerTo(await acceptance.AcceptAsync(upload, place, lifetime.ApplicationStopping));
        },
        cancellation);

    /// <summary>Receives a workbook, acquires a slot for reading it, and calls <paramref name="act"/>.</summary>
    /// <param name="context">The context of the request.</param>
    /// <param name="act">Processes the workbook. Not called when the workbook did not arrive completely or no slot is free.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public async Task<IResult> ReceiveAsync(HttpContext context, Func<UploadBody, Place, Task<IResult>> act, CancellationToken cancellation)
    {
        using var own = await gates.UploadsOf(context.Caller().Name).TryEnterAsync(cancellation);
        using var held = own is null ? null : await gates.Uploads.TryEnterAsync(cancellation);
        if (held is null)
            return ApiProblem.Busy();
        var (body, refusal) = await ReadBodyAsync(context.Request, cancellation);
        if (body is null)
            return refusal!;
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        return place is null ? ApiProblem.Busy() : await act(body, place);
    }

    private async Task<(UploadBody? Body, IResult? Refusal)> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(BodyDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await UploadBody.ReadAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return (null, ApiProblem.TooSlow());
        }
    }

    private static IResult AnswerTo(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Accepted accepted => Results.Created(AddressOf(accepted), SubmissionView.Of(accepted.Submission, accepted.Problems)),
        UploadOutcome.Unchanged unchanged => Results.Ok(SubmissionView.Of(unchanged.Submission)),
        UploadOutcome.Rejected rejected => ApiProblem.Rejected(rejected.Submission.Id.Value, rejected.Problems),
        // Another process has taken over the submission and will finish it; the department's list of submissions shows the result.
        UploadOutcome.TakenOver => ApiProblem.Failure(),
        UploadOutcome.Abandoned abandoned => ApiProblem.Rejected(abandoned.Submission.Id.Value, abandoned.Problems),
        UploadOutcome.YearClosed => ApiProblem.YearClosed(outcome.Submission.Id.ReportingYear),
        _ => ApiProblem.Conflict(outcome.Submission.Winner),
    };

    private static string AddressOf(UploadOutcome outcome) => $"/api/submissions/{outcome.Submission.Id.Value}";
}
