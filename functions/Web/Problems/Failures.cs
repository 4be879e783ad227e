using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace KawasakiServerless.Web.Problems;

/// <summary>
/// The outermost error handler. Logs each unexpected exception once and omits its details from the response. Errors of the client get a
/// response, but are not logged as errors.
/// </summary>
public static class Failures
{
    public static void UseProblemDetails(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            ExceptionHandler = context => AnswerTo(context.Features.Get<IExceptionHandlerFeature>()?.Error).ExecuteAsync(context),
        });
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode switch
        {
            405 => ApiProblem.NotSupported().ExecuteAsync(context.HttpContext),
            413 => ApiProblem.TooLarge(Upload.LimitMebibytes).ExecuteAsync(context.HttpContext),
            _ => Task.CompletedTask,
        });
    }

    private static IResult AnswerTo(Exception? failure) => failure switch
    {
        BadHttpRequestException { StatusCode: 413 } => ApiProblem.TooLarge(Upload.LimitMebibytes),
        BadHttpRequestException { StatusCode: 408 } => ApiProblem.TooSlow(),
        BadHttpRequestException => ApiProblem.BrokenRequest(),
        StorageException { MayPass: true } => ApiProblem.StorageUnavailable(),
        _ => ApiProblem.Failure(),
    };
}
