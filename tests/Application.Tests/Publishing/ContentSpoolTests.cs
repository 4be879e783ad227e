using System.Text;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Tests.Publishing;

public sealed class ContentSpoolTests
{
    [Fact]
    public void ContentsAddedInParallelToTheSpoolAreFoundUnchanged()
    {
        using var spool = new ContentSpool();
        var contents = Enumerable.Range(0, 500).Select(n => Content(new string((char)('a' + (n % 26)), n))).DistinctBy(c => c.Sha256)
            .ToList();

        Parallel.ForEach(contents, spool.Add);

        Assert.All(contents, c => Assert.Equal(c.Bytes.ToArray(), spool.Find(c.Sha256)?.Bytes.ToArray()));
        Assert.Equal(contents.Sum(c => c.Bytes.Length), spool.Length);
        Assert.Null(spool.Find("ff"));
    }

    private static PackedContent Content(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(PackedContent.HashOf(bytes), null, bytes);
    }
}
