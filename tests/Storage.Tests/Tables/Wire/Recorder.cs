using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

/// <summary>Answers what it was told to, in turn, and keeps what it was sent.</summary>
internal sealed class Recorder(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private static readonly string[] Shown = ["Accept", "Content-Type", "DataServiceVersion", "If-Match", "Prefer", "x-ms-version"];
    private readonly Queue<Func<HttpResponseMessage>> answers = new(answers);

    public const string Key = "a2F3YXNha2kga2F3YXNha2kga2F3YXNha2kgMTIzNA==";

    public List<HttpRequestMessage> Sent { get; } = [];

    public List<string> Bodies { get; } = [];

    public TableClient Table(string endpoint = "https://city.table.core.windows.net") =>
        new(new Uri(endpoint), "things", new TableSharedKeyCredential("city", Key), Options());

    public TableClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this)),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
    };

    public static Func<HttpResponseMessage> Answer(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) => () =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    };

    public static Func<HttpResponseMessage> Error(HttpStatusCode status, string code, string message = "No.") =>
        Answer(status, $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""");

    /// <summary>Method, address, the headers that matter and the body of one request.</summary>
    public string Show(int index = 0)
    {
        var request = Sent[index];
        // As they go over the wire: validated headers would be shown in .NET's own spelling.
        var headers = from header in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
                      where Shown.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
                      orderby header.Key
                      select $"{header.Key}: {header.Value}";
        return string.Join('\n', [$"{request.Method} {request.RequestUri!.AbsoluteUri}", .. headers, Bodies[index]]).Trim();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Sent.Add(request);
        return answers.Dequeue()();
    }
}
