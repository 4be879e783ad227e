using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// Metadata of a route that handles a form. It states how the body is read. A test finds the routes of all forms by this metadata.
/// </summary>
public sealed class FormBody
{
    private FormBody()
    {
    }

    /// <summary>The form contains only fields. They are read and the antiforgery token is checked before the route handler runs.</summary>
    public static FormBody Fields { get; } = new();

    /// <summary>The form also contains a file. The route handler reads the body and checks the token itself.</summary>
    public static FormBody File { get; } = new();
}

/// <summary>
/// Checks the antiforgery token of every submitted form without a file before the route handler runs. The handler of a form with a file
/// calls <see cref="IsOwnAsync"/>.
/// </summary>
internal static class FormChecks
{
    // The largest accepted body of a form without a file. In a URL-encoded form, a Japanese character takes nine bytes, such as %E3%81%82
    // for あ. A comment of 10,000 characters in every section of a report fits, so that the form itself can say which comment is too long.
    private const int LargestForm = 1024 * 1024;

    // The largest refused form whose texts are shown again.
    private const int LargestShown = 4 * LargestForm;

    public static void UseFormChecks(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var refusal = context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.Fields ? await RefusalAsync(context) : null;
        await (refusal?.ExecuteAsync(context) ?? next(context));
    });

    /// <summary>Whether the submitted form comes from a page of this app that was rendered for the same person.</summary>
    public static Task<bool> IsOwnAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    /// <summary>
    /// Returns the texts of the submitted form, of which nothing was accepted, for the error page. The form may be refused before it is
    /// read, for example because the session has ended; then it is read now.
    /// </summary>
    /// <returns>Null if the request is not a form of the portal, if it has a file, or if it cannot be read.</returns>
    public static async Task<UnsentTexts?> UnsentTextsAsync(HttpContext context)
    {
        // After an exception, the context has no endpoint any more.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<FormBody>() != FormBody.Fields || !context.Request.HasFormContentType)
            return null;
        try
        {
            return await IsReadAsync(context) ? UnsentTexts.In(context.Request.Form) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<IResult?> RefusalAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return ApiProblem.StaleForm();
        try
        {
            if (!await IsReadAsync(context))
                return ApiProblem.FormTooLarge();
            if (context.Request.ContentLength > LargestForm)
                return ApiProblem.FormTooLarge();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblem.FormTooLarge();
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return ApiProblem.BrokenForm();
        }

        return await IsOwnAsync(context) ? null : ApiProblem.StaleForm();
    }

    // A form that is too large is received to its end before it is refused: if a browser gets a response while it is still sending, it
    // shows a connection error instead of the response. If the browser does not announce the length, the server stops reading at the limit.
    private static async Task<bool> IsReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestShown)
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = context.Request.ContentLength is null ? LargestForm : LargestShown;
        await context.Request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = LargestShown, ValueLengthLimit = LargestShown }, context.RequestAborted);
        return true;
    }
}
