using System.IO.Compression;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Local.LocalRun;

/// <summary>
/// Serves the files of the public site, which are stored in the container `$web`, as Azure's static website does: with an index document
/// per folder, one 404 document, and the stored headers of each file.
/// </summary>
internal static class LocalSite
{
    public static void MapLocalSite(this IEndpointRouteBuilder app) =>
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], (string? path, HttpContext context, LiveSite site) =>
            ServeAsync(path ?? "", context, site)).For(Access.Anyone);

    private static async Task ServeAsync(string path, HttpContext context, LiveSite site)
    {
        var isFolder = path.Length == 0 || path.EndsWith('/');
        if (await site.ReadAsync(isFolder ? path + StaticWebsite.IndexDocument : path, context.RequestAborted) is { } file)
            await SendAsync(file, 200, context);
        else if (!isFolder && await site.ReadAsync($"{path}/{StaticWebsite.IndexDocument}", context.RequestAborted) is not null)
            context.Response.Redirect(FolderAddress(path, context.Request.QueryString));
        else if (await site.ReadAsync(StaticWebsite.NotFoundDocument, context.RequestAborted) is { } notFound)
            await SendAsync(notFound, 404, context);
        else
            await NothingPublished().ExecuteAsync(context);
    }

    // Removes leading slashes from the path, because a redirect to an address that begins with two slashes would lead to another host.
    private static string FolderAddress(string path, QueryString query) =>
        $"/{Uri.EscapeDataString(path.TrimStart('/')).Replace("%2F", "/", StringComparison.Ordinal)}/{query}";

    private static async Task SendAsync(LiveContent file, int status, HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = file.ContentType;
        response.Headers.CacheControl = file.CacheControl;
        // As Front Door does (infra/edge-headers.bicep): programs in the pages of other sites may read the open data.
        response.Headers.AccessControlAllowOrigin = "*";
        var content = file.Content;
        if (file.Encoding is { Length: > 0 } encoding && AcceptsGzip(context.Request))
            response.Headers.ContentEncoding = encoding;
        else if (file.Encoding is { Length: > 0 })
            content = Decompress(content);
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(content, context.RequestAborted);
    }

    // Browsers always accept gzip. curl accepts it only if the user asks for that. For a request that does not accept gzip, a file that is
    // stored compressed is decompressed before it is sent.
    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);

    private static byte[] Decompress(ReadOnlyMemory<byte> content)
    {
        using var gzip = new GZipStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static IResult NothingPublished() => Results.Content(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>準備中</title><p>サイトを準備しています。しばらくしてから、もう一度開いてください。</p></html>",
        "text/html; charset=utf-8", statusCode: 503);
}
