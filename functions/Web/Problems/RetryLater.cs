using System.Globalization;

namespace KawasakiServerless.Web.Problems;

/// <summary>An answer that says when to ask again.</summary>
internal sealed class RetryLater(IResult answer, TimeSpan after) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = after.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        return answer.ExecuteAsync(httpContext);
    }
}
