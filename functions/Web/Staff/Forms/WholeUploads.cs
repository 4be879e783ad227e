namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// A browser that gets a response while it is still sending shows a connection error instead of the response. If a form with a file is
/// rejected (access, limits, a full queue), this middleware therefore reads and discards the rest of the body.
/// </summary>
internal static class WholeUploads
{
    public static void UseWholeUploads(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.File && IsRefused(context.Response.StatusCode))
            await ReceiveAsync(context);
    });

    // A client that already timed out is not waited for again.
    private static bool IsRefused(int status) => status is >= 400 and not StatusCodes.Status408RequestTimeout;

    private static async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // The response has been sent, so a failure to read the rest has no effect.
        }
    }
}
