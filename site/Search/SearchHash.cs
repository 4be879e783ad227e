namespace KawasakiServerless.Site.Search;

/// <summary>
/// A hash of UTF-16 code units that JavaScript computes as well: FNV-1a with the bit mixing of MurmurHash3, so that the first bits are as
/// evenly distributed as the last.
/// </summary>
internal static class SearchHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
