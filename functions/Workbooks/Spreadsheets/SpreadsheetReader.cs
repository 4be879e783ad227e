using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Opens an .xlsx, .xlsm or .xls, told by its bytes and not by its name.</summary>
internal static class SpreadsheetReader
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>The workbook, or why it cannot be read.</summary>
    public static (Spreadsheet? Workbook, Finding? Refusal) Read(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > Limits.FileBytes)
            return (null, Findings.TooLarge());
        var budget = new Budget();
        if (CompoundFile.IsOne(content.Span))
            return content.Span.IndexOf(EncryptedPackage) >= 0 ? (null, Findings.Encrypted()) : OldWorkbook.Read(content, budget, cancellation);
        try
        {
            return Unpack(content, budget, cancellation);
        }
        catch (Exception e) when (budget.IsExceeded || IsDamage(e))
        {
            return (null, budget.IsExceeded ? Findings.TooLarge() : Findings.NotAWorkbook());
        }
    }

    private static (Spreadsheet? Workbook, Finding? Refusal) Unpack(ReadOnlyMemory<byte> content, Budget budget, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(StreamOf(content), ZipArchiveMode.Read, leaveOpen: false);
        if (archive.Entries.Count > Limits.Entries)
            return (null, Findings.TooLarge());
        if (archive.Entries.Any(e => e.IsEncrypted))
            return (null, Findings.Encrypted());
        return (WorkbookPart.Read(new(archive, budget, cancellation)), null);
    }

    // What ZipArchive and XmlReader throw on damaged bytes, wrong offsets and unknown methods or encodings.
    internal static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or DecoderFallbackException;

    internal static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array) && array.Array is not null
            ? new(array.Array, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
