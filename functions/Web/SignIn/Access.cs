using System.Security.Claims;
using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Who may use a route. Every route declares one value; a test verifies it.</summary>
public enum Access
{
    /// <summary>Everyone, signed in or not.</summary>
    Anyone,

    /// <summary>The staff of any department.</summary>
    Staff,

    /// <summary>
    /// The staff of the department that the route or the submission names. The endpoint compares the two, unless the route has a
    /// <see cref="DepartmentInRoute"/>.
    /// </summary>
    Department,

    /// <summary>Only the coordinator, who may also use every other route.</summary>
    Coordinator,
}

/// <summary>
/// The route value that contains the department's code. A caller without a role for it is rejected before the app checks whether the
/// department exists.
/// </summary>
public sealed record DepartmentInRoute(string Name);

public static class AccessControl
{
    public static TBuilder For<TBuilder>(this TBuilder route, Access access)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(access);

    /// <summary>Responds with 401 or 403 before a route runs.</summary>
    public static void UseAccessControl(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Identify(context);
        var refusal = context.GetEndpoint()?.Metadata.OfType<Access>().Cast<Access?>().LastOrDefault() switch
        {
            Access.Staff => Refusal(context, caller => caller.IsStaff),
            Access.Department => Refusal(context, caller => caller.IsStaff && IsOwn(context, caller)),
            Access.Coordinator => Refusal(context, caller => caller.IsCoordinator),
            _ => null,
        };
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>The signed-in caller of a route that is not for <see cref="Access.Anyone"/>.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route does not name who may use it.");

    // Sets the user of the request, because antiforgery tokens are bound to the user.
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
