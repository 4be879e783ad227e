using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

public class ShardTreeTests
{
    private const int Limit = 100;

    [Fact]
    public void EveryItemLiesInTheFileThatItsHashNames() => Any(items =>
    {
        var tree = ShardTree<Item>.Of(items, Limit);
        Assert.Equal(items.Count, tree.Shards.Sum(s => s.Items.Count));
        Assert.All(tree.Shards, s => Assert.All(s.Items, i => Assert.StartsWith(s.Bits, Bits(i.Hash), StringComparison.Ordinal)));
    });

    [Fact]
    public void FilesStayWithinTheSizeLimitAndCoverEveryHash() => Any(items =>
    {
        var tree = ShardTree<Item>.Of(items, Limit);
        Assert.All(tree.Shards, s => Assert.True(s.Items.Count <= 1 || s.Items.Sum(i => i.Size) <= Limit || s.Bits.Length == 24));
        Assert.Equal(1, tree.Shards.Sum(s => Math.Pow(2, -s.Bits.Length)));
        Assert.Equal(tree.Shards.Select(s => s.Bits).Order(StringComparer.Ordinal), tree.Shards.Select(s => s.Bits));
    });

    [Fact]
    public void PostingsReadBackAsTheyWereWritten() => Prop.ForAll(Postings().ToArbitrary(), postings =>
        Assert.Equal(postings.OrderBy(p => p.Id), Decode(SearchPosting.Encode(postings)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", 2872998923)]
    [InlineData("高津", 967774880)]
    [InlineData("=takatsu", 1324407218)]
    public void TheHashIsThatOfTheScript(string text, uint hash) => Assert.Equal(hash, SearchHash.Of(text));

    private static void Any(Action<IReadOnlyList<Item>> fact) => Prop.ForAll(
        (from hash in Gen.Choose(int.MinValue, int.MaxValue) from size in Gen.Choose(1, 60) select new Item((uint)hash, size)).ListOf()
            .ToArbitrary(),
        items => fact([.. items])).QuickCheckThrowOnFailure();

    private static Gen<List<SearchPosting>> Postings() =>
        (from id in Gen.Choose(0, 1 << 24)
         from kind in Gen.Choose(0, 7)
         from weight in Gen.Choose(0, 3)
         select new SearchPosting((uint)id,
            (SearchKind)kind, weight))
        .ListOf().Select(p => p.DistinctBy(x => x.Id).ToList());

    private static List<SearchPosting> Decode(string text)
    {
        List<SearchPosting> postings = [];
        for (var (at, id) = (0, 0u); at < text.Length;)
        {
            var flags = Digit(text[at++]);
            for (var (shift, more) = (0, true); more; shift += 5)
            {
                id += (uint)(Digit(text[at]) & 31) << shift;
                more = Digit(text[at++]) > 31;
            }

            postings.Add(new(id, (SearchKind)(flags >> 2), flags & 3));
        }

        return postings;
    }

    private static int Digit(char c) => SearchPosting.Digits.IndexOf(c, StringComparison.Ordinal);

    private static string Bits(uint hash) => hash.ToString("b32", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Item(uint Hash, int Size) : IShardItem;
}
