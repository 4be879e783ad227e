using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>Texts about the licence of the open data, for pages and files.</summary>
internal static class DataTerms
{
    private static readonly Dictionary<string, (string Name, string Title)> Known = new(StringComparer.Ordinal)
    {
        ["creativecommons.org/licenses/by/4.0"] = ("CC-BY-4.0", "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）"),
        ["creativecommons.org/licenses/by/2.1/jp"] = ("CC-BY-2.1-JP", "クリエイティブ・コモンズ 表示 2.1 日本（CC BY 2.1 JP）"),
        ["creativecommons.org/licenses/by-sa/4.0"] = ("CC-BY-SA-4.0", "クリエイティブ・コモンズ 表示 - 継承 4.0 国際（CC BY-SA 4.0）"),
        ["creativecommons.org/publicdomain/zero/1.0"] = ("CC0-1.0", "CC0 1.0（著作権の放棄）"),
        ["www.digital.go.jp/resources/open_data/public_data_license_v1.0"] = ("PDL-1.0", "公共データ利用規約（第1.0版）"),
    };

    /// <summary>
    /// The text in place of a licence when none is configured. This occurs only in previews: publishing requires a licence.
    /// </summary>
    public static string NotNamed(Register register) => $"利用の条件は、{register.PublisherName}（{register.ContactName}）にお尋ねください。";

    /// <summary>
    /// The name and the address of the configured licence; only the address if the licence is not in the list of this class. Returns
    /// NotNamed if no licence is configured.
    /// </summary>
    public static string Of(Register register, SiteOptions options) =>
        options.DataLicense is not { } license ? NotNamed(register)
        : Find(license) is { Title: var title } ? $"{title} {license.AbsoluteUri}"
        : license.AbsoluteUri;

    /// <summary>The attribution that users of the data must include.</summary>
    public static string Attribution(string title, SiteOptions options) => $"出典：{title}（{new Uri(options.Address, "data/").AbsoluteUri}）";

    /// <summary>The common name of the licence; its address if the licence is not in the list of this class.</summary>
    public static string TitleOf(Uri license) => Find(license)?.Title ?? license.AbsoluteUri;

    /// <summary>The short name of the licence, such as CC-BY-4.0; null if the licence is not in the list of this class.</summary>
    public static string? NameOf(Uri license) => Find(license)?.Name;

    // Compares the beginning of the address, because a licence has further pages below it, such as the Japanese summary /deed.ja.
    private static (string Name, string Title)? Find(Uri license)
    {
        var address = $"{license.Host}{license.AbsolutePath}".TrimEnd('/');
        return Known.Where(k => address == k.Key || address.StartsWith($"{k.Key}/", StringComparison.Ordinal))
            .Select(k => ((string, string)?)k.Value).FirstOrDefault();
    }
}
