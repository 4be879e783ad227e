using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>What storage answered.</summary>
internal sealed record StorageAnswer(int Status, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body);

/// <summary>One call under way: it can be sent on, once or twice, and answered, truly or not.</summary>
internal sealed class Exchange(HttpContext context, Uri storage, byte[] body, HttpClient http, Func<bool> isCut)
{
    private static readonly HashSet<string> OfTheConnection = new(
        ["Host", "Connection", "Keep-Alive", "Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cancelled when the app hangs up.</summary>
    public CancellationToken Gone => context.RequestAborted;

    /// <summary>Sends the call on, whole, whether or not the app still waits.</summary>
    public async Task<StorageAnswer> ForwardAsync()
    {
        await HoldIfCutAsync();
        using var request = Request();
        using var answer = await http.SendAsync(request, CancellationToken.None);
        // As they came: the client reads a cache rule and writes it in another order.
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

    /// <summary>Answers with half of the body and hangs up.</summary>
    public async Task AnswerHalfAsync(StorageAnswer answer)
    {
        Begin(answer);
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), Gone);
        await context.Response.Body.FlushAsync(Gone);
        context.Abort();
    }

    /// <summary>Answers as the service does when it refuses, in the header that both clients read.</summary>
    public Task RefuseAsync(int status, string code) =>
        AnswerAsync(new(status, [KeyValuePair.Create("x-ms-error-code", new[] { code }),
            KeyValuePair.Create("Content-Length", new[] { "0" })], []));

    /// <summary>The connection is reset.</summary>
    public void Abort() => context.Abort();

    /// <summary>Never answers: returns when the app hangs up.</summary>
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
