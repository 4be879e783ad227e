using System.Reflection;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Tests that a changed setting of the site changes the fingerprint of a publication's inputs, so that it is published.</summary>
public sealed class InputFingerprintTests
{
    private static readonly SiteOptions Site = new(new("https://care.example/"));

    /// <summary>For each setting of the site, by the name of its property, the settings with another value of it.</summary>
    private static readonly Dictionary<string, SiteOptions> Changed = new(StringComparer.Ordinal)
    {
        [nameof(SiteOptions.Address)] = Site with { Address = new("https://other.example/") },
        [nameof(SiteOptions.FeedbackAddress)] = Site with { FeedbackAddress = "mailto:care@city.example?subject={id}" },
        [nameof(SiteOptions.DataLicense)] = Site with { DataLicense = new("https://license.example/") },
        [nameof(SiteOptions.NextUpdate)] = Site with { NextUpdate = new(2019, 8, 1) },
        [nameof(SiteOptions.Content)] = Site with { Content = OwnContent() },
    };

    public static TheoryData<string> Settings =>
        [.. typeof(SiteOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EachSettingOfTheSiteChangesTheFingerprint(string setting)
    {
        Assert.True(Changed.TryGetValue(setting, out var changed), $"Add another value of {setting} to Changed.");

        Assert.NotEqual(FingerprintOf(Site), FingerprintOf(changed));
    }

    [Fact]
    public void AnotherDayOfTheNextUpdateChangesTheFingerprint() => Assert.NotEqual(
        FingerprintOf(Site with { NextUpdate = new(2019, 8, 1) }), FingerprintOf(Site with { NextUpdate = new(2020, 1, 8) }));

    [Fact]
    public void EqualSettingsHaveEqualFingerprints() =>
        Assert.Equal(FingerprintOf(Changed[nameof(SiteOptions.NextUpdate)]), FingerprintOf(Site with { NextUpdate = new(2019, 8, 1) }));

    private static string FingerprintOf(SiteOptions site) => new PublicationInputs(
        [new(new(City.Year, IsReleased: true, Some.SmallRegister), [])]).Fingerprint(site, newest: null);

    private static SiteContent OwnContent()
    {
        var folder = Directory.CreateTempSubdirectory("content-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "settings.yml"),
                "municipality: みほん市\ntitle: 取組の報告\nhomepage: https://city.example/\ncenter: 相談センター\n");
            return SiteContent.Load(ContentFolders.Within(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
