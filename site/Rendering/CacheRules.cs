namespace KawasakiServerless.Site;

/// <summary>How long readers may keep a file, as Cache-Control says it.</summary>
public static class CacheRules
{
    /// <summary>Of a file whose content may change under its name: five minutes, then it is asked for again.</summary>
    public const string Short = "public, max-age=300, must-revalidate";

    /// <summary>Of a file whose name changes with its content.</summary>
    public const string Forever = "public, max-age=31536000, immutable";
}
