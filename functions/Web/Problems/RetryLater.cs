using System.Globalization;

namespace KawasakiServerless.Web.Problems;

/// <summary>A response with a Retry-After header.</summary>
internal sealed class RetryLater(IResult answer, TimeSpan after) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = after.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        return answer.ExecuteAsync(httpContext);
    }
}
