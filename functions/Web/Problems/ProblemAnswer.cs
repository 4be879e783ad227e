using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KawasakiServerless.Web.Problems;

/// <summary>Writes an error response in a format that suits the client. The staff portal sets a writer that renders a page.</summary>
public delegate Task ProblemWriter(HttpContext context, ProblemDetails problem);

/// <summary>An error response, written by the <see cref="ProblemWriter"/> of the request or, if it has none, as JSON.</summary>
internal sealed class ProblemAnswer(ProblemHttpResult answer) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => answer.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Features.Get<ProblemWriter>() is { } write
        ? write(httpContext, answer.ProblemDetails)
        : answer.ExecuteAsync(httpContext);
}
