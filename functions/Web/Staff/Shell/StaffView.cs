using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>The base class of a screen. A screen renders its view and loads no data itself.</summary>
/// <typeparam name="TView">The data to show.</typeparam>
public abstract class StaffView<TView> : ComponentBase
{
    [Parameter, EditorRequired] public TView View { get; set; } = default!;

    /// <summary>The current request.</summary>
    [CascadingParameter] public HttpContext Context { get; set; } = null!;
}

public static class StaffPage
{
    /// <summary>A response that shows a screen.</summary>
    /// <param name="view">For the screen's <see cref="StaffView{TView}.View"/>.</param>
    /// <param name="status">The status code of the response.</param>
    public static IResult Of<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StaffView<>.View)] = view })
        { StatusCode = status };

    /// <summary>After a form: redirects the browser to the next screen, so that reloading does not submit the form again.</summary>
    public static IResult GoTo(string path) => new SeeOther(path);

    /// <summary>After a form: like <see cref="GoTo"/>, and the next screen shows a message about what was done.</summary>
    /// <param name="path">The path without a query.</param>
    /// <param name="done">The name of the message in <see cref="Notices"/>.</param>
    public static IResult Done(string path, string done) => GoTo($"{path}?{Notices.Field}={done}");

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
