using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>
/// The workbook of an upload, read into memory up to the size limit. The client sends it either as the raw body or as the only file of a
/// multipart form.
/// </summary>
/// <param name="FileName">The file name, sanitized by <see cref="UploadedFileName"/>; null if the client sent none.</param>
public sealed record UploadBody(ReadOnlyMemory<byte> Workbook, string? FileName)
{
    private const int Limit = Upload.LimitMebibytes * 1024 * 1024, FormOverhead = 64 * 1024;

    // Content types that are rejected because they declare another format. With any other content type, the body is accepted, and the code
    // that reads the workbook detects the format from the content.
    private static readonly string[] OtherTypes =
    [
        "text/", "image/", "audio/", "video/", "application/json", "application/pdf", "application/xml", "application/javascript",
        "multipart/mixed", "multipart/related",
    ];

    /// <returns>The body, or the response that rejects it.</returns>
    public static async Task<(UploadBody? Body, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = request.ContentType ?? "";
        if (OtherTypes.Any(t => type.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            return (null, ApiProblem.NoWorkbook());
        if (IsTooLarge(request))
            return (null, ApiProblem.TooLarge(Upload.LimitMebibytes));
        return IsMultipart(type)
            ? await ReadFormAsync(request, cancellation)
            : await ReadStreamAsync(request.Body, request.ContentLength ?? 0, FileNameOf(request), cancellation);
    }

    /// <summary>Whether the body is too large according to its Content-Length.</summary>
    public static bool IsTooLarge(HttpRequest request) => request.ContentLength > Limit + FormOverhead;

    private static async Task<(UploadBody?, IResult?)> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var options = new FormOptions
            {
                MultipartBodyLengthLimit = Limit + FormOverhead,
                MemoryBufferThreshold = Limit
                + FormOverhead,
                BufferBody = false
            };
            var form = await request.ReadFormAsync(options, cancellation);
            if (form.Files.Count != 1)
                return (null, form.Files.Count == 0 ? ApiProblem.NoContent() : ApiProblem.SeveralFiles());
            await using var file = form.Files[0].OpenReadStream();
            return await ReadStreamAsync(file, form.Files[0].Length, form.Files[0].FileName, cancellation);
        }
        catch (InvalidDataException malformed) when (malformed.Message.StartsWith("Multipart body length limit", StringComparison.Ordinal))
        {
            return (null, ApiProblem.TooLarge(Upload.LimitMebibytes));
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, ApiProblem.BrokenForm());
        }
    }

    /// <param name="announced">The expected length in bytes; zero if unknown. The buffer is allocated with this size, up to the limit, so
    /// that it is not copied repeatedly while the body arrives.</param>
    private static async Task<(UploadBody?, IResult?)> ReadStreamAsync(
        Stream stream, long announced, string? fileName, CancellationToken cancellation)
    {
        using var content = new MemoryStream((int)Math.Min(announced, Limit));
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + read > Limit)
                return (null, ApiProblem.TooLarge(Upload.LimitMebibytes));
            await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return content.Length == 0
            ? (null, ApiProblem.NoContent())
            : (new(content.GetBuffer().AsMemory(0, (int)content.Length), UploadedFileName.Of(fileName)), null);
    }

    private static bool IsMultipart(string type) => type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static string? FileNameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString()
            : null;
}
