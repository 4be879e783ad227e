using KawasakiServerless.Application.Registers;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Registers;

/// <summary>Finds the present version of the register of the year in the route.</summary>
public sealed class RegisterScreens(YearScreens years, RegisterEditing editing)
{
    /// <param name="context">The context of a route that contains <c>{year}</c>.</param>
    /// <param name="show">Creates the response; not called when the year was never opened.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<RegisterToEdit, Task<IResult>> show, CancellationToken cancellation) =>
        years.ForAsync(context, async year => await editing.FindAsync(year.Year, cancellation) is { } now
            ? await show(now)
            : ApiProblem.UnknownYear(null), cancellation);
}
