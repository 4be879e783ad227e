namespace KawasakiServerless.Site.Rendering;

/// <summary>The values of the Cache-Control header that the site's files are served with.</summary>
public static class CacheRules
{
    /// <summary>For a file whose content may change under the same name: clients revalidate it after five minutes.</summary>
    public const string Short = "public, max-age=300, must-revalidate";

    /// <summary>For a file whose name contains a hash of its content: clients cache it for a year without revalidating it.</summary>
    public const string Forever = "public, max-age=31536000, immutable";
}
