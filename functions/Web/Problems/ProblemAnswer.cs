using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KawasakiServerless.Web.Problems;

/// <summary>Writes an error response in a format that suits the client: for the portal, a page.</summary>
public delegate Task ProblemWriter(HttpContext context, ProblemDetails problem);

/// <summary>An error response: JSON, unless the request has a <see cref="ProblemWriter"/>.</summary>
internal sealed class ProblemAnswer(ProblemHttpResult answer) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => answer.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Features.Get<ProblemWriter>() is { } write
        ? write(httpContext, answer.ProblemDetails)
        : answer.ExecuteAsync(httpContext);
}
