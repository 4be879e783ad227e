using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>The base class of a screen. A screen renders <see cref="View"/> and loads no data itself.</summary>
/// <typeparam name="TView">The type of the data that the screen renders.</typeparam>
public abstract class StaffView<TView> : ComponentBase
{
    [Parameter, EditorRequired] public TView View { get; set; } = default!;

    /// <summary>The context of the current request.</summary>
    [CascadingParameter] public HttpContext Context { get; set; } = null!;
}

public static class StaffPage
{
    /// <summary>Creates a response that renders a screen.</summary>
    /// <param name="view">The data of the screen; becomes its <see cref="StaffView{TView}.View"/>.</param>
    /// <param name="status">The status code of the response.</param>
    public static IResult Of<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StaffView<>.View)] = view })
        { StatusCode = status };

    /// <summary>Redirects the browser to another screen with 303, so that reloading does not submit a form again.</summary>
    public static IResult GoTo(string path) => new SeeOther(path);

    /// <summary>Like <see cref="GoTo"/>, and the next screen shows a message about what the form has done.</summary>
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
