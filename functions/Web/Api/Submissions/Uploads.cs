using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>
/// Takes uploads in, a few at a time: first a place for the body, then one to read it. Whoever gets neither in time has submitted nothing
/// and is told when to come back.
/// </summary>
public sealed class Uploads(Acceptance acceptance, WorkbookGates gates, TimeProvider time)
{
    /// <summary>How long a body may take to arrive: 20 MiB at 1.4 Mbit/s.</summary>
    public static readonly TimeSpan BodyDeadline = TimeSpan.FromMinutes(2);

    /// <param name="context">Of a caller who may act for the department.</param>
    /// <param name="year">For which it is.</param>
    /// <param name="department">Whose it is.</param>
    /// <param name="cancellation">Of the request: whoever hangs up leaves the line. What was received whole is submitted all the
    /// same.</param>
    public Task<IResult> SubmitAsync(
        HttpContext context, ReportingYear year, Department department, CancellationToken cancellation) => ReceiveAsync(
        context,
        async (body, place) =>
        {
            var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
            var upload = new Upload(year, department, body.Workbook, body.FileName, context.Caller().Name);
            return AnswerTo(await acceptance.AcceptAsync(upload, place, lifetime.ApplicationStopping));
        },
        cancellation);

    /// <summary>Receives a workbook and gives it a place to be read.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="act">Reads it; it is not asked when the workbook did not come whole, or too many are being read.</param>
    /// <param name="cancellation">Of the request.</param>
    public async Task<IResult> ReceiveAsync(HttpContext context, Func<UploadBody, Place, Task<IResult>> act, CancellationToken cancellation)
    {
        using var held = await gates.Uploads.TryEnterAsync(cancellation);
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
        // It is kept, and the sweep takes it to its end; what becomes of it stands in the department's list of submissions.
        UploadOutcome.TakenOver => ApiProblem.Failure(),
        UploadOutcome.Abandoned abandoned => ApiProblem.Rejected(abandoned.Submission.Id.Value, abandoned.Problems),
        UploadOutcome.YearClosed => ApiProblem.YearClosed(outcome.Submission.Id.ReportingYear),
        _ => ApiProblem.Conflict(outcome.Submission.Winner),
    };

    private static string AddressOf(UploadOutcome outcome) => $"/api/submissions/{outcome.Submission.Id.Value}";
}
