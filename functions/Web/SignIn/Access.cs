using System.Security.Claims;
using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Who may use a route. Every route declares one of these values; a test verifies it.</summary>
public enum Access
{
    /// <summary>Everyone, signed in or not.</summary>
    Anyone,

    /// <summary>The staff of all departments.</summary>
    Staff,

    /// <summary>
    /// The staff of the department to which the route or the submission belongs. The endpoint must compare that department with the
    /// caller's, unless the route has a <see cref="DepartmentInRoute"/>.
    /// </summary>
    Department,

    /// <summary>Only the coordinator. The coordinator may also use every other route.</summary>
    Coordinator,
}

/// <summary>
/// Route metadata that gives the name of the route value with the department's code. A caller without a role for that department is
/// rejected before the app checks whether the department exists.
/// </summary>
public sealed record DepartmentInRoute(string Name);

public static class AccessControl
{
    public static TBuilder For<TBuilder>(this TBuilder route, Access access)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(access);

    /// <summary>Adds the middleware that responds with 401 or 403 if the caller may not use the route.</summary>
    public static void UseAccessControl(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Identify(context);
        var access = context.GetEndpoint()?.Metadata.OfType<Access>().Cast<Access?>().LastOrDefault() ?? Access.Anyone;
        var refusal = access switch
        {
            Access.Anyone => null,
            Access.Staff => Refusal(context, caller => caller.IsStaff),
            Access.Department => Refusal(context, caller => caller.IsStaff && IsOwn(context, caller)),
            Access.Coordinator => Refusal(context, caller => caller.IsCoordinator),
        };
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>
    /// Returns the signed-in caller. Throws if nobody is signed in, which can happen only on a route that allows
    /// <see cref="Access.Anyone"/> or does not state who may use it.
    /// </summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route does not name who may use it.");

    // Also sets the user of the HTTP context, because antiforgery tokens are bound to it.
    private static void Identify(HttpContext context)
    {
        var caller = context.RequestServices.GetRequiredService<ICallers>().Of(context);
        context.Features.Set(caller);
        if (caller is not null)
            context.User = new(new ClaimsIdentity(
                [new(ClaimTypes.Name, caller.Name), .. caller.Roles.Select(r => new Claim(ClaimTypes.Role, r))], "caller"));
    }

    private static bool IsOwn(HttpContext context, Caller caller) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DepartmentInRoute>() is not { } department
        || caller.MayActFor(context.Request.RouteValues[department.Name] as string ?? "");

    private static IResult? Refusal(HttpContext context, Func<Caller, bool> isAllowed) =>
        context.Features.Get<Caller>() is not { } caller ? ApiProblem.NotSignedIn() : isAllowed(caller) ? null : ApiProblem.NotAllowed();
}
