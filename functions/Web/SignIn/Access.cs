using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Who may use a route. Every route names one; a test proves it.</summary>
public enum Access
{
    /// <summary>Anybody, signed in or not.</summary>
    Anyone,

    /// <summary>Any department's staff.</summary>
    Staff,

    /// <summary>Staff of the department that the route or the submission names; the endpoint compares the two.</summary>
    Department,

    /// <summary>The coordinator alone, who may use every other route too.</summary>
    Coordinator,
}

public static class AccessControl
{
    public static TBuilder For<TBuilder>(this TBuilder route, Access access)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(access);

    /// <summary>Answers 401 and 403 before a route runs.</summary>
    public static void UseAccessControl(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var refusal = context.GetEndpoint()?.Metadata.OfType<Access>().Cast<Access?>().LastOrDefault() switch
        {
            Access.Staff or Access.Department => Refusal(context, caller => caller.IsStaff),
            Access.Coordinator => Refusal(context, caller => caller.IsCoordinator),
            _ => null,
        };
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>The signed-in caller of a route that is not for <see cref="Access.Anyone"/>.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route does not name who may use it.");

    private static IResult? Refusal(HttpContext context, Func<Caller, bool> isAllowed)
    {
        var caller = context.RequestServices.GetRequiredService<ICallers>().Of(context);
        context.Features.Set(caller);
        return caller is null ? ApiProblem.NotSignedIn() : isAllowed(caller) ? null : ApiProblem.NotAllowed();
    }
}
