using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Testing;

/// <summary>Makes a site with few files, for tests that publish it again and again.</summary>
public static class SmallSite
{
    /// <summary>
    /// Short texts, one topic, one term of the glossary and one search word, with the shipped settings and theme. A site with the shipped
    /// texts has half as many files again, most of them parts of the search index.
    /// </summary>
    public static SiteContent Content { get; } =
        SiteContent.Load(ContentFolders.Shipped with { Input = Repository.PathTo("tests", "Testing", "SmallContent") });
}
