namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// A browser that is answered while it still sends shows a broken connection and not the answer: whatever refuses a form with a file
/// (access, limits, a full line) receives the rest of it, and keeps nothing.
/// </summary>
internal static class WholeUploads
{
    public static void UseWholeUploads(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormBody>() == FormBody.File && IsRefused(context.Response.StatusCode))
            await ReceiveAsync(context);
    });

    // Who sends too slowly is not waited for once more.
    private static bool IsRefused(int status) => status is >= 400 and not StatusCodes.Status408RequestTimeout;

    private static async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // It has been answered; nobody waits for more.
        }
    }
}
