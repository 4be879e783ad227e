using KawasakiServerless.Application.Settings;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Application.Tests.Settings;

public class SiteSettingsTests
{
    [Fact]
    public void WithoutSettingsTheSiteIsLocalAndFeedbackLinksToItsOwnPage()
    {
        var options = Read([]);
        Assert.Equal(new SiteOptions(new("http://localhost/")), options);
        Assert.Equal("/about/?figure=byoin-0001-1#contact", options.FeedbackOn("byoin-0001-1"));
    }

    [Fact]
    public void AddressLicenceNextUpdateAndFeedbackAreReadFromTheSettings()
    {
        var options = Read(new()
        {
            ["SITE_URL"] = " https://care.city.example/ ",
            ["DATA_LICENSE"] = "https://license.example/by/4.0/",
            ["NEXT_UPDATE"] = "2019-08-01",
            ["FEEDBACK_URL"] = "mailto:care@city.example?subject={id}"
        });
        Assert.Equal("https://care.city.example/", options.Address.AbsoluteUri);
        Assert.Equal("https://license.example/by/4.0/", options.DataLicense?.AbsoluteUri);
        Assert.Equal("mailto:care@city.example?subject=byoin-0001-1", options.FeedbackOn("byoin-0001-1"));
        Assert.Equal(new DateOnly(2019, 8, 1), options.NextUpdate);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void ThePublishedSiteNeedsAnAddress(string? set)
    {
        var error = Assert.Throws<InvalidOperationException>(() => SiteSettings.ReadPublished(_ => set, address: null));
        Assert.StartsWith("SITE_URL is not set;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGivenAddressOverridesTheSetting() =>
        Assert.Equal("http://localhost:7071/", SiteSettings.ReadPublished(name => name == "NEXT_UPDATE" ? null
            : "https://care.city.example/{id}", new("http://localhost:7071/")).Address.AbsoluteUri);

    [Fact]
    public void SettingsOfTheInstallationComeBeforeThoseOfTheContent()
    {
        var folder = Directory.CreateTempSubdirectory("content-");
        File.WriteAllText(
            Path.Combine(folder.FullName, "settings.yml"),
            "municipality: みほん市\ntitle: 取組の報告\nhomepage: https://city.example/\ncenter: 相談センター\nlicence: "
                + "https://license.example/own/\nfeedback: mailto:own@city.example?subject={id}\n");
        var content = SiteContent.Load(ContentFolders.Within(folder.FullName));
        folder.Delete(recursive: true);

        var own = SiteSettings.Read(_ => null, address: null, content);
        Assert.Equal(
            ("https://license.example/own/", "mailto:own@city.example?subject={id}"), (own.DataLicense?.AbsoluteUri, own.FeedbackAddress));
        var set = SiteSettings.Read(name => name == "DATA_LICENSE" ? "https://license.example/set/" : null, address: null, content);
        Assert.Equal(
            ("https://license.example/set/", "mailto:own@city.example?subject={id}"), (set.DataLicense?.AbsoluteUri, set.FeedbackAddress));
    }

    [Theory]
    [InlineData("SITE_URL", "care.city.example")]
    [InlineData("SITE_URL", "ftp://care.city.example/")]
    [InlineData("SITE_URL", "http://care.city.example/")]
    [InlineData("DATA_LICENSE", "javascript:alert(1)")]
    [InlineData("DATA_LICENSE", "CC BY 4.0")]
    [InlineData("NEXT_UPDATE", "夏ごろ")]
    [InlineData("NEXT_UPDATE", "2019-08")]
    [InlineData("FEEDBACK_URL", "https://form.example/")]
    [InlineData("FEEDBACK_URL", "javascript:alert('{id}')")]
    [InlineData("FEEDBACK_URL", "http://form.example/?{id}")]
    public void AnInvalidSettingThrowsAnErrorWithItsNameAndValue(string name, string value)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(new() { [name] = value }));
        Assert.StartsWith($"{name} is {value};", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:7071/")]
    [InlineData("http://127.0.0.1:7071/")]
    public void TheAddressOfALocalRunMayBeginWithHttp(string address) =>
        Assert.Equal(address, Read(new() { ["SITE_URL"] = address }).Address.AbsoluteUri);

    private static SiteOptions Read(Dictionary<string, string> settings) =>
        SiteSettings.Read(settings.GetValueOrDefault, address: null, SiteContent.Shipped);
}
