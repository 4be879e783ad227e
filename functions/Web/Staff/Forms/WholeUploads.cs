namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// Reads the rest of the body if a form with a file is rejected (by access control, rate limits or a full queue). Otherwise, the server
/// would close the connection while the browser is still sending, and the browser would show a connection error instead of the response.
/// </summary>
internal static class WholeUploads
{
    public static void UseWholeUploads(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.File && IsRefused(context.Response.StatusCode))
            await ReceiveAsync(context);
    });

    // After a 408, the rest of the body is not read: the client has already been too slow once.
    private static bool IsRefused(int status) => status is >= 400 and not StatusCodes.Status408RequestTimeout;

    private static async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // The response was already sent, so a failure to read the rest has no effect.
        }
    }
}
