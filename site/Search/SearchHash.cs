namespace KawasakiServerless.Site.Search;

/// <summary>
/// A 32-bit hash of a text's UTF-16 code units, which Scripts/shards.js computes too: FNV-1a, followed by the bit mixing of MurmurHash3, so
/// that the first bits are as evenly distributed as the last. The first bits determine the index file.
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
