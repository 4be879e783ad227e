using System.IO.Compression;
using System.Text;

namespace KawasakiServerless.Workbooks.Tests.Writing;

public class ReproducibleZipTests
{
    private static readonly (string Path, byte[] Content)[] Files =
    [
        ("empty.txt", []),
        ("data/一覧.csv", Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"{i},川崎区,{i * i}")))),
        ("short.json", "{}"u8.ToArray()),
        ("noise.bin", [.. Enumerable.Range(0, 70_000).Select(i => (byte)((i * i * 31) >> 5))]),
    ];

    [Fact]
    public void AFileCompressedBeforehandGivesTheSameBytesAsItsContent()
    {
        using var sequential = new ReproducibleZip();
        foreach (var (path, content) in Files)
            sequential.Add(path, content);

        Assert.Equal(sequential.ToArray(), PackedBeforehand());
    }

    [Fact]
    public void OtherProgramsUnpackFilesThatWereCompressedBeforehand()
    {
        using var opened = new ZipArchive(new MemoryStream(PackedBeforehand()));
        Assert.Equal(Files.Select(f => f.Path), opened.Entries.Select(e => e.FullName));
        Assert.All(opened.Entries.Zip(Files), pair =>
        {
            using var unpacked = new MemoryStream();
            using var part = pair.First.Open();
            part.CopyTo(unpacked);
            Assert.Equal(pair.Second.Content, unpacked.ToArray());
        });
    }

    [Fact]
    public void ACompressedFileIsUnpackedAgain() => Assert.All(Files, f => Assert.Equal(f.Content, PackedPart.Of(f.Content).Unpack()));

    private static byte[] PackedBeforehand()
    {
        using var zip = new ReproducibleZip();
        foreach (var (path, content) in Files)
            zip.Add(path, PackedPart.Of(content));
        return zip.ToArray();
    }
}
