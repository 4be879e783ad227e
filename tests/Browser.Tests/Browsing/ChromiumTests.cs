namespace KawasakiServerless.Browser.Tests.Browsing;

public sealed class ChromiumTests
{
    [Theory]
    [InlineData("chromium-headless-shell")]
    [InlineData("chromium")]
    [InlineData("chromium-browser")]
    [InlineData("google-chrome")]
    public void ABrowserIsFoundOnThePath(string name)
    {
        var folder = Directory.CreateTempSubdirectory("kawasaki-path-");
        var executable = Path.Combine(folder.FullName, name);
        File.WriteAllText(executable, "");

        Assert.Equal(executable, Chromium.FindIn($"/nowhere{Path.PathSeparator}{folder.FullName}"));

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/nowhere")]
    public void FindInReturnsNullWhenNoFolderContainsABrowser(string? searchPath) => Assert.Null(Chromium.FindIn(searchPath));

    [Fact]
    public void TheMessageAboutAMissingBrowserNamesThePackagesToInstall() =>
        Assert.EndsWith("sudo apt-get install chromium-headless-shell fonts-noto-cjk", Chromium.Missing, StringComparison.Ordinal);
}
