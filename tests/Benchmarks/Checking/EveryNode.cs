using System.IO.Compression;
using System.Xml;

namespace KawasakiServerless.Benchmarks;

/// <summary>The minimum work that reading a workbook requires: unpacking every part and stepping over every XML node.</summary>
internal static class EveryNode
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static int Read(byte[] workbook)
    {
        var nodes = 0;
        using var archive = new ZipArchive(new MemoryStream(workbook, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var reader = XmlReader.Create(entry.Open(), Settings);
            while (reader.Read())
                nodes++;
        }

        return nodes;
    }
}
