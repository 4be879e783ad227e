using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace KawasakiServerless.Storage.Edge;

/// <summary>
/// The Azure Front Door cache in front of the public site. If there is no Front Door, a request to clear the cache does nothing.
/// </summary>
public sealed class EdgeCache
{
    private const string Scope = "https://management.azure.com/.default", Version = "2025-06-01";

    // The request body that purges all paths.
    private static readonly BinaryData Everything = BinaryData.FromString("""{"contentPaths":["/*"]}""");

    private readonly HttpPipeline? pipeline;
    private readonly Uri? purge;

    private EdgeCache()
    {
    }

    /// <param name="endpoint">Resource id of the Front Door endpoint:
    /// /subscriptions/…/providers/Microsoft.Cdn/profiles/…/afdEndpoints/….</param>
    /// <param name="credential">A credential that is authorized to purge the endpoint.</param>
    /// <param name="options">Client options; null for the defaults.</param>
    internal EdgeCache(string endpoint, TokenCredential credential, ClientOptions? options = null)
    {
        purge = new($"https://management.azure.com{endpoint}/purge?api-version={Version}");
        pipeline = HttpPipelineBuilder.Build(options ?? new EdgeOptions(), new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    internal static EdgeCache None { get; } = new();

    /// <summary>Purges all files from the cache. Front Door responds before the purge is complete, which takes some minutes.</summary>
    /// <exception cref="StorageException">The request was refused, or Azure could not be reached.</exception>
    public Task PurgeAsync(CancellationToken cancellation) =>
        pipeline is null ? Task.CompletedTask : StorageCall.RunAsync(() => SendAsync(pipeline, cancellation), cancellation);

    private async Task SendAsync(HttpPipeline to, CancellationToken cancellation)
    {
        using var message = to.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(purge!);
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = RequestContent.Create(Everything);
        await to.SendAsync(message, cancellation);
        if (message.Response.IsError)
            throw new RequestFailedException(message.Response);
    }

    private sealed class EdgeOptions : ClientOptions;
}
