namespace KawasakiServerless.Site;

/// <summary>How long clients may cache a file, as a Cache-Control value.</summary>
public static class CacheRules
{
    /// <summary>For a file whose content may change under the same name: clients revalidate it after five minutes.</summary>
    public const string Short = "public, max-age=300, must-revalidate";

    /// <summary>For a file whose name changes with its content.</summary>
    public const string Forever = "public, max-age=31536000, immutable";
}
