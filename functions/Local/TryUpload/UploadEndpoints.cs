using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KawasakiServerless.Local.TryUpload;

/// <summary>A page to try an upload without curl. Local only; staff in Azure have the staff portal.</summary>
internal static class UploadEndpoints
{
    public static void MapUploadPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/upload", (DepartmentRequest request, CancellationToken cancellation) => PageAsync(request, [], cancellation)).For(Access.Coordinator);
        app.MapPost("/upload", SubmitAsync).For(Access.Coordinator);
        app.MapPost("/upload/publish", PublishAsync).For(Access.Coordinator);
        app.MapGet("/upload/style.css", () => Results.Stream(
            typeof(UploadEndpoints).Assembly.GetManifestResourceStream("UploadPage.css")!, "text/css; charset=utf-8")).For(Access.Anyone);
    }

    private static async Task<IResult> SubmitAsync(
        HttpContext context, DepartmentRequest request, Acceptance acceptance, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var (body, refusal) = await UploadBody.ReadAsync(context.Request, cancellation);
        // Null when it is no form, or one that could not be read: to ask the request for it again would fail again.
        var code = context.Features.Get<IFormFeature>()?.Form?["department"].ToString() ?? "";
        if (body is null)
            return await PageAsync(request, Saying(code, DetailOf(refusal)), cancellation);
        return await request.ForAsync(context.Caller(), code, null, (year, department) =>
            AnswerAsync(new(year, department, body.Workbook, body.FileName, context.Caller().Name), request, acceptance, lifetime.ApplicationStopping), cancellation);
    }

    private static async Task<IResult> AnswerAsync(Upload upload, DepartmentRequest request, Acceptance acceptance, CancellationToken cancellation)
    {
        var code = upload.Department.Code;
        return await PageAsync(request, await acceptance.AcceptAsync(upload, cancellation) switch
        {
            UploadOutcome.Accepted a => Saying(code, "受け付けました", a.Submission.Counts, a.Problems),
            UploadOutcome.Unchanged u => Saying(code, "受け付け済みのものと同じファイルです", u.Submission.Counts, []),
            UploadOutcome.Rejected r => Saying(code, "直していただきたいところがあります。公開されている内容は変わっていません", null, r.Problems),
            UploadOutcome.Abandoned a => Saying(code, "読み取れませんでした。公開されている内容は変わっていません", null, a.Problems),
            UploadOutcome.TakenOver => Saying(code, "受け付けの処理を続けています。しばらくしてから、提出の状態を確かめてください"),
            _ => Saying(code, "ほぼ同時に、別の提出が受け付けられました。内容を確認してください"),
        }, cancellation);
    }

    private static async Task<IResult> PublishAsync(
        DepartmentRequest request, Publisher publisher, HttpContext context, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var publication = await publisher.PublishAsync(Triggers.Request, context.Caller().Name, lifetime.ApplicationStopping);
        return await PageAsync(request, publication.State switch
        {
            PublicationState.Live => Saying(null, $"公開しました（{publication.Written}件を書き換え、{publication.Removed}件を削除）", null, []),
            PublicationState.Unchanged => Saying(null, "前回の公開から変わったところはありません", null, []),
            PublicationState.Requested => Saying(null, "ほかの公開の作業が終わるのを待っています。しばらくしてから、公開サイトを確かめてください", null, []),
            _ => Saying(null, $"公開できませんでした：{publication.Message}"),
        }, cancellation);
    }

    private static Dictionary<string, object?> Saying(string? code, string message) => new(StringComparer.Ordinal)
    {
        [nameof(UploadPage.Selected)] = code,
        [nameof(UploadPage.Message)] = message,
    };

    private static Dictionary<string, object?> Saying(string? code, string message, RecordCounts? counts, IReadOnlyList<Problem> problems) =>
        new(Saying(code, message), StringComparer.Ordinal)
        {
            [nameof(UploadPage.IsGood)] = !problems.Any(p => p.Severity == Severity.Error),
            [nameof(UploadPage.Counts)] = counts,
            [nameof(UploadPage.Problems)] = problems,
        };

    private static string DetailOf(IResult? refusal) => (refusal as ProblemHttpResult)?.ProblemDetails.Detail ?? "";

    private static async Task<IResult> PageAsync(DepartmentRequest request, Dictionary<string, object?> parameters, CancellationToken cancellation)
    {
        if (await request.YearAsync(null, cancellation) is not { } year)
            return ApiProblem.UnknownYear(null);
        parameters[nameof(UploadPage.Register)] = year.Register;
        return new RazorComponentResult<UploadPage>(parameters);
    }
}
