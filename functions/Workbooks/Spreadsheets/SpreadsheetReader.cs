using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Opens an .xlsx, .xlsm or .xls. The format is detected from the content, because file names may be wrong.</summary>
internal static class SpreadsheetReader
{
    // The name of the stream that an encrypted workbook consists of, with the zero that ends a name. A cell with this text has no zero
    // there.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage\0");

    /// <summary>Returns the workbook, or the reason why it cannot be read.</summary>
    /// <exception cref="InvalidDataException">Reading took more memory or work than the budget of one workbook allows.</exception>
    public static (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Read(ReadOnlyMemory<byte> content, Budget budget)
    {
        if (content.Length > WorkbookLimits.FileBytes)
            throw budget.Refuse(WorkbookLimit.FileBytes);
        if (CompoundFile.IsOne(content.Span))
            return content.Span.IndexOf(EncryptedPackage) >= 0 ? (null, SpreadsheetRefusal.Encrypted) : OldWorkbook.Read(content, budget);
        try
        {
            return Unpack(content, budget);
        }
        catch (Exception e) when (budget.Exceeded is null && IsDamage(e))
        {
            return (null, SpreadsheetRefusal.NotAWorkbook);
        }
    }

    private static (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Unpack(ReadOnlyMemory<byte> content, Budget budget)
    {
        using var archive = new ZipArchive(StreamOf(content), ZipArchiveMode.Read, leaveOpen: false);
        if (archive.Entries.Count > WorkbookLimits.Entries)
            throw budget.Refuse(WorkbookLimit.Entries);
        if (archive.Entries.Any(e => e.IsEncrypted))
            return (null, SpreadsheetRefusal.Encrypted);
        var package = new Package(archive, budget);
        return package.IsAmbiguous ? (null, SpreadsheetRefusal.Ambiguous) : (WorkbookPart.Read(package), null);
    }

    // Whether ZipArchive or XmlReader throws the exception for damaged bytes, wrong offsets, or unknown compression methods or encodings.
    internal static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or DecoderFallbackException;

    internal static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array) && array.Array is not null
            ? new(array.Array, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
