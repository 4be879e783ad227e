using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>What storage answered.</summary>
internal sealed record StorageAnswer(int Status, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body);

/// <summary>
/// One storage call in progress. It can be forwarded to storage, once or several times, and answered, with storage's answer or another one.
/// </summary>
internal sealed class Exchange(HttpContext context, Uri storage, byte[] body, HttpClient http, Func<bool> isCut)
{
    private static readonly HashSet<string> OfTheConnection = new(
        ["Host", "Connection", "Keep-Alive", "Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cancelled when the app closes the connection.</summary>
    public CancellationToken Gone => context.RequestAborted;

    /// <summary>
    /// Forwards the whole call to storage, even if the app no longer waits for the answer. If the proxy was cut, nothing is forwarded.
    /// </summary>
    public async Task<StorageAnswer> ForwardAsync()
    {
        await HoldIfCutAsync();
        using var request = Request();
        using var answer = await http.SendAsync(request, CancellationToken.None);
        // Copies the headers as they came, because HttpClient parses a Cache-Control header and writes its parts in another order.
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(h => !OfTheConnection.Contains(h.Key));
        return new((int)answer.StatusCode, [.. headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToArray()))],
            await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task AnswerAsync(StorageAnswer answer)
    {
        await HoldIfCutAsync();
        Begin(answer);
        if (answer.Body.Length > 0)
            await context.Response.Body.WriteAsync(answer.Body, Gone);
    }

    /// <summary>Answers with half of the body, then closes the connection.</summary>
    public async Task AnswerHalfAsync(StorageAnswer answer)
    {
        Begin(answer);
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), Gone);
        await context.Response.Body.FlushAsync(Gone);
        context.Abort();
    }

    /// <summary>
    /// Answers as storage does when it refuses a call. The clients of both tables and blobs read the error code from this header.
    /// </summary>
    public Task RefuseAsync(int status, string code) =>
        AnswerAsync(new(status, [KeyValuePair.Create("x-ms-error-code", new[] { code }),
            KeyValuePair.Create("Content-Length", new[] { "0" })], []));

    /// <summary>Resets the connection.</summary>
    public void Abort() => context.Abort();

    /// <summary>Does not answer; returns when the app closes the connection.</summary>
    public async Task HoldAsync() => await Task.Delay(Timeout.Infinite, Gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task HoldIfCutAsync()
    {
        if (!isCut())
            return;
        await HoldAsync();
        Gone.ThrowIfCancellationRequested();
    }

    private void Begin(StorageAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
            context.Response.Headers[name] = values;
    }

    private HttpRequestMessage Request()
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(
            context.Request.Method), $"{storage.GetLeftPart(UriPartial.Authority)}{target}")
        { Version = HttpVersion.Version11 };
        if (context.Request.Method is "PUT" or "POST" or "PATCH" or "MERGE")
            request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in context.Request.Headers.Where(h => !OfTheConnection.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }
}
