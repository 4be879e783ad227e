using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>What the form of a route sends; a test finds every form by it.</summary>
public sealed class FormBody
{
    private FormBody()
    {
    }

    /// <summary>Fields alone, which are read before the route runs.</summary>
    public static FormBody Fields { get; } = new();

    /// <summary>A file too, which the route receives itself.</summary>
    public static FormBody File { get; } = new();
}

/// <summary>No form does anything before its token is checked.</summary>
internal static class FormChecks
{
    // A comment of 10,000 characters in any encoding, and room.
    private const int LargestForm = 256 * 1024;

    public static void UseFormChecks(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var refusal = context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.Fields ? await RefusalAsync(context) : null;
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>Whether a form that was read came from a page of ours, shown to the same person.</summary>
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
