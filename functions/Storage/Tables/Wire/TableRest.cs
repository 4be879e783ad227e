using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace KawasakiServerless.Storage.Tables;

/// <summary>The service's address with the pipeline that retries and signs.</summary>
internal sealed class TableRest
{
    public const string Version = "2020-12-06";
    public const string Json = "application/json;odata=minimalmetadata";
    private static readonly string[] Scopes = ["https://storage.azure.com/.default"];
    private readonly HttpPipeline pipeline;
    private readonly string root;

    public TableRest(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(endpoint, new SharedKeyLitePolicy(credential), options)
    {
    }

    public TableRest(Uri endpoint, TokenCredential credential, TableClientOptions? options)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scopes), options)
    {
    }

    private TableRest(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        root = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options ?? new TableClientOptions())
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = ErrorParser.Instance,
        });
    }

    public static TableRest From(string connectionString, TableClientOptions? options)
    {
        var parsed = ConnectionString.Parse(connectionString);
        return new TableRest(parsed.Endpoint, parsed.Credential, options);
    }

    public Uri AddressOf(string path) => new($"{root}/{path}");

    public HttpMessage Create(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(AddressOf(path));
        message.Request.Headers.Add("x-ms-version", Version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", Json);
        return message;
    }

    public HttpMessage Create(RequestMethod method, string path, byte[] json)
    {
        var message = Create(method, path);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    public HttpMessage Create(RequestMethod method, string path, ETag ifMatch)
    {
        var message = Create(method, path);
        message.Request.Headers.Add("If-Match", ifMatch.ToString());
        return message;
    }

    /// <summary>Sends with Azure.Core's retries.</summary>
    /// <exception cref="RequestFailedException">The service refused, or could not be reached after the retries.</exception>
    public Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken) => SendAsync(message, 0, cancellationToken);

    /// <summary>The same, with one error status that the caller looks at itself.</summary>
    /// <exception cref="RequestFailedException">The service refused, or could not be reached after the retries.</exception>
    public async Task<Response> SendAsync(HttpMessage message, int tolerated, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        return response.Status < 400 || response.Status == tolerated ? response : throw new RequestFailedException(response);
    }
}
