using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.CommandLine;

public sealed class BuildTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-build-");

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "Samples");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task BuildNamesTheDepartmentsThatHaveNotSubmitted()
    {
        var result = await AppProcess.RunAsync("build", "--from", OneWorkbook(), "--to", Path.Combine(folder.FullName, "site"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("財政局は、まだ報告を提出していません。", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("病院局は、まだ報告を提出していません。", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutALicenceBuildUsesTheDefaultLicenceAndReportsIt()
    {
        var to = Path.Combine(folder.FullName, "site");

        var result = await BuildAsync("", to);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("DATA_LICENSE is not set: this site states CC BY 4.0", result.Error, StringComparison.Ordinal);
        Assert.Contains("https://creativecommons.org/licenses/by/4.0/",
            await File.ReadAllTextAsync(Path.Combine(to, "data", "latest", "catalog.jsonld")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildRefusesALicenceThatIsNoAddress()
    {
        var to = Path.Combine(folder.FullName, "site");

        var result = await BuildAsync("CC BY 4.0", to);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "DATA_LICENSE is CC BY 4.0; it must be the address of a licence, such as https://creativecommons.org/licenses/by/4.0/.",
            result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(to));
    }

    [Fact]
    public async Task ASiteBuiltTwiceInTwoFoldersIsTheSameByteForByte()
    {
        var (first, second) = (Path.Combine(folder.FullName, "a"), Path.Combine(folder.FullName, "elsewhere", "b"));
        Directory.CreateDirectory(Path.GetDirectoryName(second)!);
        var copy = Directory.CreateDirectory(Path.Combine(folder.FullName, "copy"));
        foreach (var file in Directory.EnumerateFiles(Samples))
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));

        Assert.Equal(0, (await AppProcess.RunAsync("build", "--from", Samples, "--to", first)).ExitCode);
        Assert.Equal(0, (await AppProcess.RunAsync("build", "--from", copy.FullName, "--to", second)).ExitCode);

        var files = FilesOf(first);
        Assert.Equal(files, FilesOf(second));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(first, f)), File.ReadAllBytes(Path.Combine(second, f))));
    }

    [Fact]
    public async Task BuildWithARejectedWorkbookFailsAndKeepsTheEarlierSite()
    {
        var (from, to) = (OneWorkbook(), Path.Combine(folder.FullName, "to"));
        Assert.Equal(0, (await AppProcess.RunAsync("build", "--from", from, "--to", to)).ExitCode);
        await File.WriteAllTextAsync(Path.Combine(from, "b.xlsx"), "broken");

        var result = await AppProcess.RunAsync("build", "--from", from, "--to", to);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.xlsx", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(to, "index.html")));
    }

    [Fact]
    public async Task BuildDoesNotReplaceAFolderWithOtherFiles()
    {
        var precious = Path.Combine(folder.FullName, "precious.txt");
        await File.WriteAllTextAsync(precious, "mine");

        var result = await AppProcess.RunAsync("build", "--from", Samples, "--to", folder.FullName);

        Assert.Equal(1, result.ExitCode);
        Assert.True(File.Exists(precious));
    }

    [Theory]
    [InlineData("precious.txt")]
    [InlineData("workbooks")]
    public async Task BuildDoesNotReplaceAnEarlierSiteWithOtherFiles(string stranger)
    {
        var (from, to) = (OneWorkbook(), Path.Combine(folder.FullName, "site"));
        Assert.Equal(0, (await AppProcess.RunAsync("build", "--from", from, "--to", to)).ExitCode);
        await File.WriteAllTextAsync(Path.Combine(to, stranger), "mine");

        var result = await AppProcess.RunAsync("build", "--from", from, "--to", to);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(stranger, result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(to, stranger)));
    }

    [Fact]
    public async Task BuildReplacesAnEarlierSiteWithATextThatWasDeletedSince()
    {
        var (from, to) = (Municipality(), Path.Combine(folder.FullName, "site"));
        var text = Path.Combine(from, "input", "pages", "beach-walk.md");
        File.Copy(Path.Combine(from, "input", "pages", "harbour-walk.md"), text);
        string[] build = ["build", "--from", from, "--to", to, "--year", "2030", "--url", "https://care.example/umibe/"];
        Assert.Equal(0, (await AppProcess.RunAsync(build)).ExitCode);
        Assert.True(Directory.Exists(Path.Combine(to, "beach-walk")));
        File.Delete(text);

        var result = await AppProcess.RunAsync(build);

        Assert.Equal((0, false), (result.ExitCode, Directory.Exists(Path.Combine(to, "beach-walk"))));
    }

    [Fact]
    public async Task WorkbooksInsideTheFolderToReplaceAreKept()
    {
        var to = Path.Combine(folder.FullName, "site");
        var workbooks = Directory.CreateDirectory(Path.Combine(to, "data", "workbooks"));
        await File.WriteAllTextAsync(Path.Combine(to, "sitemap.xml"), "");
        File.Copy(Path.Combine(Samples, "2018-病院局.xlsx"), Path.Combine(workbooks.FullName, "a.xlsx"));

        var result = await AppProcess.RunAsync("build", "--from", workbooks.FullName, "--to", to);

        Assert.Equal(1, result.ExitCode);
        Assert.Single(workbooks.EnumerateFiles());
    }

    [Fact]
    public async Task BuildRefusesAFileInPlaceOfAFolder()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "mine");

        var result = await AppProcess.RunAsync("build", "--from", Samples, "--to", file);

        Assert.Equal((1, $"{file} is a file; name a folder.\n"), (result.ExitCode, result.Error));
    }

    private Task<AppResult> BuildAsync(string license, string to) => AppProcess.RunAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["DATA_LICENSE"] = license }, "build", "--from", OneWorkbook(), "--to",
        to);

    private string Municipality()
    {
        var (from, copy) = (Repository.PathTo("tests", "Municipality"), Path.Combine(folder.FullName, "municipality"));
        foreach (var file in FilesOf(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(copy, file));
        }

        return copy;
    }

    private string OneWorkbook()
    {
        var from = Directory.CreateDirectory(Path.Combine(folder.FullName, "from")).FullName;
        File.Copy(Path.Combine(Samples, "2018-病院局.xlsx"), Path.Combine(from, "a.xlsx"));
        return from;
    }

    private static IReadOnlyList<string> FilesOf(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f))
            .Order(StringComparer.Ordinal)];
}
