namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>Responses that download a workbook as it was uploaded (提出したファイル).</summary>
public static class OriginalFile
{
    // The first bytes of an .xls.
    private static ReadOnlySpan<byte> OldFormat => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Sends the file. Its content is not trusted, so the browser must not display it.</summary>
    /// <param name="content">The content as it was uploaded.</param>
    /// <param name="fileName">The name of the uploaded file; null if none was sent.</param>
    /// <param name="otherwise">The name without extension if none was sent.</param>
    public static IResult Of(ReadOnlyMemory<byte> content, string? fileName, string otherwise) =>
        Results.File(content.ToArray(), "application/octet-stream", fileName ?? otherwise + ExtensionOf(content.Span));

    private static string ExtensionOf(ReadOnlySpan<byte> content) => content.StartsWith(OldFormat) ? ".xls" : ".xlsx";
}
