using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>A screen: it shows what it is given, and asks nobody.</summary>
/// <typeparam name="TView">What is to be shown.</typeparam>
public abstract class StaffView<TView> : ComponentBase
{
    [Parameter, EditorRequired] public TView View { get; set; } = default!;

    /// <summary>The request that is answered.</summary>
    [CascadingParameter] public HttpContext Context { get; set; } = null!;
}

public static class StaffPage
{
    /// <summary>An answer that shows a screen.</summary>
    /// <param name="view">For the screen's <see cref="StaffView{TView}.View"/>.</param>
    /// <param name="status">Of the answer.</param>
    public static IResult Of<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StaffView<>.View)] = view })
        { StatusCode = status };

    /// <summary>After a form: the browser asks for the next screen, so that loading it again sends nothing again.</summary>
    public static IResult GoTo(string path) => new SeeOther(path);

    /// <summary>After a form: as <see cref="GoTo"/>, and the next screen says what was done.</summary>
    /// <param name="path">Without a query.</param>
    /// <param name="done">As <see cref="Notices"/> names it.</param>
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
