using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KawasakiServerless.Web.Problems;

/// <summary>Writes an answer that is no success in the form that whoever asked can read: the portal writes a page.</summary>
public delegate Task ProblemWriter(HttpContext context, ProblemDetails problem);

/// <summary>An answer that is no success: JSON, unless the request has a <see cref="ProblemWriter"/> of its own.</summary>
internal sealed class ProblemAnswer(ProblemHttpResult answer) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => answer.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Features.Get<ProblemWriter>() is { } write
        ? write(httpContext, answer.ProblemDetails)
        : answer.ExecuteAsync(httpContext);
}
