using System.Text;

namespace KawasakiServerless.Site.Tests.Content;

/// <summary>Every error in a content file is reported with the file's name and the line, and all errors are reported at once.</summary>
public class BadContentTests
{
    private const string Settings = "municipality: みほん市\ntitle: 取組の報告\nhomepage: https://city.example/\ncenter: 相談センター\n";

    private const string Page = "---\ntitle: 題\ndescription: 説明\n---\n";

    [Theory]
    [InlineData(
        "settings.yml", Settings + "colour: red\n",
        "settings.yml:5: \"colour\" is not known here. Known: brand, center, feedback, homepage, licence, municipality, next-update, "
            + "title.")]
    [InlineData(
        "settings.yml", "title: 取組の報告\nhomepage: https://city.example/\ncenter: 相談センター\n", "settings.yml:1: \"municipality\" is missing.")]
    [InlineData("settings.yml", Settings + "licence: CC BY 4.0\n", "settings.yml:5: \"licence\" is CC BY 4.0; it must be an https: address.")]
    [InlineData("settings.yml", Settings
        + "licence: \"javascript:alert(1)\"\n", "settings.yml:5: \"licence\" is javascript:alert(1); it must be an https: address.")]
    [InlineData(
        "settings.yml", Settings + "feedback: https://form.example/\n",
        "settings.yml:5: \"feedback\" is https://form.example/; it must be an https: or mailto: address with {id} in it.")]
    [InlineData(
        "settings.yml", Settings + "next-update: 令和元年\n", "settings.yml:5: \"next-update\" is 令和元年; it must be a day such as 2019-04-01.")]
    [InlineData("settings.yml", Settings + "brand: {a: b}\n", "settings.yml:5: \"brand\" must be a text.")]
    [InlineData("settings.yml", Settings + "title: 二つ目\n", "settings.yml:5: This is not valid YAML: Duplicate key title")]
    [InlineData("settings.yml", "- a\n", "settings.yml:1: Names with values are expected, such as title: ….")]
    [InlineData("settings.yml", "", "settings.yml:1: Names with values are expected, such as title: ….")]
    [InlineData("settings.yml", "municipality: &a [x]\ntitle: *a\n", "settings.yml:1: Anchors (&name) are not allowed.")]
    [InlineData("settings.yml", "title: *a\n", "settings.yml:1: Aliases (*name) are not allowed.")]
    [InlineData("settings.yml", "title: !!python/object:os.system x\n", "settings.yml:1: Tags (!name) are not allowed.")]
    [InlineData("settings.yml", "title: [[[[[[[[[[[[x]]]]]]]]]]]]\n", "settings.yml:1: Lists may be nested at most 8 levels deep.")]
    [InlineData("settings.yml", "title: \"a\\u202Eb\"\n", "settings.yml:1: \"title\" contains the control character U+202E.")]
    [InlineData("settings.yml", "title: \"a\\0b\"\n", "settings.yml:1: \"title\" contains the control character U+0000.")]
    [InlineData("settings.yml", Settings
        + "licence: http://license.example/\n", "settings.yml:5: \"licence\" is http://license.example/; it must be an https: address.")]
    [InlineData(
        "input/pages/about.md", "# このサイト\n",
        "input/pages/about.md:1: The file must begin with front matter: names with values between two lines of ---.")]
    [InlineData(
        "input/pages/about.md", "---\ntitle: 題\n",
        "input/pages/about.md:1: The file must begin with front matter: names with values between two lines of ---.")]
    [InlineData(
        "input/pages/about.md", "",
        "input/pages/about.md:1: The file must begin with front matter: names with values between two lines of ---.")]
    [InlineData("input/pages/about.md", "---\ntitle: 題\n---\n本文\n", "input/pages/about.md:2: \"description\" is missing.")]
    [InlineData("input/pages/about.md", "---\ntitle: a: b\n---\n", "input/pages/about.md:2: This is not valid YAML:")]
    [InlineData("input/pages/about.md", Page
        + "\n# 題\n", "input/pages/about.md:6: A heading begins with ## or more: the page's title is in the front matter.")]
    [InlineData(
        "input/pages/about.md", Page + "## 一\n\n#### 二\n", "input/pages/about.md:7: A heading of level 4 cannot follow one of level 2.")]
    [InlineData(
        "input/pages/about.md", Page + "## 一 {#a}\n\n## 二 {#a}\n", "input/pages/about.md:7: The anchor a is already used on this page.")]
    [InlineData(
        "input/pages/about.md", Page + "[押す](javascript:alert(1))\n",
        "input/pages/about.md:5: The link javascript:alert(1) is not allowed: a link must begin with /, #, https:, mailto: or tel:.")]
    [InlineData("input/pages/about.md", Page
        + "[押す](//evil.example/)\n", "input/pages/about.md:5: The link //evil.example/ is not allowed")]
    [InlineData("input/pages/about.md", Page + "![絵](/a.png)\n", "input/pages/about.md:5: Images are not supported in texts.")]
    [InlineData(
        "input/pages/about.md", Page + "{{secrets}}\n", "input/pages/about.md:5: {{secrets}} is not known here. Known: {{municipality}}")]
    [InlineData(
        "input/pages/about.md", Page + "推移は{{trends}}のとおり。\n", "input/pages/about.md:5: {{trends}} must be a paragraph of its own.")]
    [InlineData("input/pages/about.md", Page + "- {{trends}}\n", "input/pages/about.md:5: {{trends}} must be a paragraph of its own.")]
    [InlineData("input/pages/about.md", Page + "## 本文 {#main}\n", "input/pages/about.md:5: The anchor main is already used on this page.")]
    [InlineData(
        "input/pages/about.md", "---\ntitle: 題\ndescription: 説明\nfound-by:\n  nowhere: [x]\n---\n",
        "input/pages/about.md:5: The text has no heading with the anchor {#nowhere}.")]
    [InlineData("input/pages/indicators.md",
        Page, "input/pages/indicators.md:1: The address /indicators/ is that of a generated page; give the file another name.")]
    [InlineData(
        "input/pages/2018.md", Page, "input/pages/2018.md:1: The address /2018/ may contain only lower-case letters, digits and hyphens.")]
    [InlineData(
        "input/glossary.md", "---\nterms: [a]\n---\n",
        "input/glossary.md:2: \"terms\" must be a list of entries with names, such as - term: ….")]
    [InlineData(
        "input/glossary.md", "---\nterms:\n  - {code: a, term: あ, reading: 亜, english: a, meaning: あ。}\n---\n",
        "input/glossary.md:3: The reading 亜 must begin with kana.")]
    [InlineData(
        "input/search.md", "---\nterms:\n  - {term: あ, reading: あ}\n  - {term: ア, reading: あ}\n---\n",
        "input/search.md:4: ア occurs twice.")]
    [InlineData(
        "theme/base.css", "body {}\n@import 'https://evil.example/x.css';\n",
        "theme/base.css:2: Styles load nothing from elsewhere: @import and url(…) are not allowed.")]
    [InlineData(
        "theme/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>alert(1)</script></svg>",
        "theme/icon.svg:2: An icon must not contain scripts, event handlers or external references.")]
    [InlineData("theme/social.png", "GIF89a", "theme/social.png:1: The file is not a PNG image.")]
    public void AMistakeInAContentFileIsReportedWithFileAndLine(string file, string text, string expected)
    {
        using var folder = new ContentFolder();
        folder.Write(file, Encoding.UTF8.GetBytes(text));
        Assert.Contains(folder.Problems(), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("topics/dementia/index.html", "input/topics/dementia.md")]
    [InlineData("contact/index.html", "input/contact.md")]
    public async Task AHeadingMustNotHaveAnAnchorOfThePageItself(string path, string file)
    {
        var rendered = await new SiteOnDemand(SiteInput.Of([Some.Report]), Some.Options).FindAsync(path);
        var anchors = new[] { rendered! }.Page(path).QuerySelectorAll("main[id], main h2[id]").Where(e => e.Closest(".prose") is null)
            .Select(e => e.Id).ToList();
        using var folder = new ContentFolder();
        folder.Edit(file, text => text + string.Concat(anchors.Select(a => $"\n\n## 見出し {{#{a}}}")));
        Assert.Equal(
            anchors.Select(a => $"The anchor {a} is already used on this page."), folder.Problems().Select(p => p.Split(": ", 2)[1]));
    }

    [Theory]
    [InlineData("theme/social.png")]
    [InlineData("theme/icon.svg")]
    [InlineData("input/pages/about.md")]
    [InlineData("input/glossary.md")]
    public void AMissingContentFileIsReported(string file)
    {
        using var folder = new ContentFolder();
        folder.Delete(file);
        Assert.Equal([$"{file}:1: The file is missing."], folder.Problems());
    }

    [Fact]
    public void AContentFileThatIsNotUtf8OrTooLargeIsReported()
    {
        using var folder = new ContentFolder();
        folder.Write("input/pages/about.md", [0xFF, 0xFE, 0x00]);
        folder.Write("input/glossary.md", new byte[(1024 * 1024) + 1]);
        Assert.Equal(
            ["input/pages/about.md:1: The file is not in UTF-8.", "input/glossary.md:1: The file is larger than 1024 KiB."],
            folder.Problems());
    }

    [Theory]
    [InlineData("settings.yml", "title: \"取組\\u0007の報告\"\nmunicipality: みほん市\nhomepage: https://city.example/\ncenter: 相談センター\n",
        "settings.yml:1: \"title\" contains the control character U+0007.")]
    [InlineData("input/pages/more.md", Page + "{{secrets}}\n", "input/pages/more.md:5: {{secrets}} is not known here. Known: ")]
    public void AMistakeIsReportedOnce(string file, string text, string expected)
    {
        using var folder = new ContentFolder();
        folder.Write(file, Encoding.UTF8.GetBytes(text));
        Assert.StartsWith(expected, Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblemsOfAllContentFilesAreReportedAtOnce()
    {
        using var folder = new ContentFolder();
        folder.Write("settings.yml", "colour: red\n"u8);
        folder.Write("input/pages/about.md", "---\nx: y\n---\n# z\n"u8);
        Assert.Equal(
            ["settings.yml:1", "settings.yml:1", "settings.yml:1", "settings.yml:1", "settings.yml:1",
                "input/pages/about.md:4", "input/pages/about.md:2", "input/pages/about.md:2", "input/pages/about.md:2"],
            folder.Problems().Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData(">", 5000)]
    [InlineData("[", 100_000)]
    [InlineData("*a **b ", 20_000)]
    public async Task AHostileTextIsReadOrRefusedAtOnce(string text, int times)
    {
        using var folder = new ContentFolder();
        folder.Write("input/pages/about.md", Encoding.UTF8.GetBytes(Page + string.Concat(Enumerable.Repeat(text, times))));
        var problems = await Task.Run(() => folder.Problems().ToList()).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.All(problems, problem => Assert.StartsWith("input/pages/about.md:", problem, StringComparison.Ordinal));
    }
}
