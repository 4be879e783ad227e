using System.Collections.Concurrent;
using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>Serves the files of a site on a free port of this machine, compressed with gzip as the pages of the public site are.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IReadOnlyDictionary<string, SiteFile> files;
    private readonly ConcurrentDictionary<string, byte[]> compressed = new(StringComparer.Ordinal);

    private SiteServer(WebApplication app, IReadOnlyDictionary<string, SiteFile> files) => (this.app, this.files) = (app, files);

    public Uri Address => new(app.Urls.Single());

    public static async Task<SiteServer> StartAsync(IReadOnlyDictionary<string, SiteFile> files)
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new SiteServer(builder.Build(), files);
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes);
        return target.ToArray();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value![1..];
        if (!files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.Headers.CacheControl = file.CacheControl;
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(compressed.GetOrAdd(file.Path, _ => Compress(file.Bytes.Span)), context.RequestAborted);
    }
}
