using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>Metadata about the body of a route's form; a test finds all forms by it.</summary>
public sealed class FormBody
{
    private FormBody()
    {
    }

    /// <summary>Only fields, which are read before the route runs.</summary>
    public static FormBody Fields { get; } = new();

    /// <summary>Also a file, which the route receives itself.</summary>
    public static FormBody File { get; } = new();
}

/// <summary>Validates the antiforgery token of every form before the form takes effect.</summary>
internal static class FormChecks
{
    // Enough for a comment of 10,000 characters in any encoding.
    private const int LargestForm = 256 * 1024;

    public static void UseFormChecks(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var refusal = context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.Fields ? await RefusalAsync(context) : null;
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>Whether a submitted form came from one of our pages that was shown to the same person.</summary>
    public static Task<bool> IsOwnAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static async Task<IResult?> RefusalAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return ApiProblem.StaleForm();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestForm;
        try
        {
            await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestForm }, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return ApiProblem.BrokenForm();
        }

        return await IsOwnAsync(context) ? null : ApiProblem.StaleForm();
    }
}
