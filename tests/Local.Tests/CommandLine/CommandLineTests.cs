using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-cli-");

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "Samples");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task CheckPrintsOneJsonDocumentOfTheAgreedShape()
    {
        var result = await AppProcess.RunAsync("check", Path.Combine(Samples, "2018-病院局.xlsx"), "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(
            ["outcome", "department", "reportingYear", "layout", "counts", "problems"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("accepted", "byoin", 2018, "template"), (
            json.GetProperty("outcome").GetString(), json.GetProperty("department").GetString(),
            json.GetProperty("reportingYear").GetInt32(), json.GetProperty("layout").GetString()));
        Assert.Equal(
            ["initiatives", "indicators", "directions", "collaborations", "wardActivities", "statistics", "passages"],
            json.GetProperty("counts").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task CheckOfAnotherDepartmentsWorkbookIsRejectedWithTheProblem()
    {
        var result = await AppProcess.RunAsync("check", Path.Combine(Samples, "2018-病院局.xlsx"), "--department", "kankyo", "--json");

        Assert.Equal(1, result.ExitCode);
        var problem = JsonDocument.Parse(result.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal(["code", "severity", "sheet", "cell", "found", "message", "remedy", "asksForConfirmation"], problem.EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal(("other-department", "error"), (problem.GetProperty("code").GetString(), problem.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task CheckRejectsAFileThatIsNoWorkbookWithOneProblem()
    {
        var file = Path.Combine(folder.FullName, "report.xlsx");
        await File.WriteAllTextAsync(file, "<html>not a workbook</html>");

        var result = await AppProcess.RunAsync("check", file, "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("not-a-workbook", Assert.Single(JsonDocument.Parse(result.Output).RootElement.GetProperty("problems").EnumerateArray(
            )).GetProperty("code").GetString());
    }

    [Fact]
    public async Task RelativePathsAreResolvedFromTheCallersFolder()
    {
        var result = await AppProcess.DotnetRunAsync("check", "functions/Samples/2018-病院局.xlsx", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task CheckPrintsTextForPeopleWithTheVerdictLast()
    {
        var result = await AppProcess.RunAsync("check", Path.Combine(Samples, "2018-病院局.xlsx"));

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("受け付けられます。\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckWritesTheWorkbookAgainWithItsProblemsMarked()
    {
        var report = Path.Combine(folder.FullName, "report.xlsx");

        var result = await AppProcess.RunAsync(
            "check", Path.Combine(Samples, "2018-病院局.xlsx"), "--department", "kankyo", "--report", report);
        var again = await AppProcess.RunAsync("check", report, "--department", "byoin");

        Assert.Equal((1, 0), (result.ExitCode, again.ExitCode));
        await using var archive = await ZipFile.OpenReadAsync(report);
        Assert.Contains(archive.Entries, e => e.FullName.StartsWith("xl/comments", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("check")]
    [InlineData("check", "a.xlsx", "--department", "nowhere")]
    [InlineData("check", "a.xlsx", "--year", "29")]
    [InlineData("check", "a.xlsx", "--year", "")]
    [InlineData("template", "--department", "kankyo")]
    [InlineData("build", "--from", "somewhere")]
    [InlineData("--port", "abc")]
    [InlineData("--port", "70000")]
    [InlineData("preview", "--from", ".", "--port", "70000")]
    [InlineData("build", "--from", ".", "--to", "x", "--url", "not an address")]
    public async Task WrongUsageEndsWithExitCode2AndAnErrorMessage(params string[] arguments)
    {
        var result = await AppProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task AMissingFileEndsWithExitCode1AndNoStackTrace()
    {
        var result = await AppProcess.RunAsync("check", Path.Combine(folder.FullName, "missing.xlsx"));

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.xlsx")]
    [InlineData(".")]
    public async Task CheckOfAnUnreadableFilePrintsOneJsonDocument(string name)
    {
        var result = await AppProcess.RunAsync("check", Path.Combine(folder.FullName, name), "--json");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal("rejected", json.GetProperty("outcome").GetString());
        Assert.Equal("unreadable", Assert.Single(json.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task AFolderInPlaceOfAWorkbookOrTemplateIsRefused()
    {
        var read = await AppProcess.RunAsync("check", folder.FullName);
        var written = await AppProcess.RunAsync("template", "--department", "kowan", "--to", folder.FullName);

        Assert.Equal((1, $"{folder.FullName} is a folder; name a workbook.\n"), (read.ExitCode, read.Error));
        Assert.Equal(1, written.ExitCode);
        Assert.Contains("is a folder", written.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APathThatCannotBeWrittenIsReportedWithTheReasonAndARemedy()
    {
        var (missing, file) = (Path.Combine(folder.FullName, "missing"), Path.Combine(folder.FullName, "file"));
        await File.WriteAllTextAsync(file, "mine");

        var template = await AppProcess.RunAsync("template", "--department", "kowan", "--to", Path.Combine(missing, "a.xlsx"));
        var report = await AppProcess.RunAsync(
            "check", Path.Combine(Samples, "2018-病院局.xlsx"), "--report", Path.Combine(missing, "a.xlsx"));
        var site = await AppProcess.RunAsync("build", "--from", Samples, "--to", Path.Combine(file, "site"));
        var data = await AppProcess.RunAsync("--port", "0", "--data", file);

        Assert.Equal($"--to: the folder {missing} does not exist; create it first, or name a file elsewhere.\n", template.Error);
        Assert.Equal($"--report: the folder {missing} does not exist; create it first, or name a file elsewhere.\n", report.Error);
        Assert.Equal($"{Path.Combine(file, "site")} cannot be created, because {file} is a file; name another folder with --to.\n", site.Error);
        Assert.Equal($"The data folder {file} cannot be used: it is a file. Name another with --data.\n", data.Error);
    }

    [Fact]
    public async Task AWorkbookMayComeThroughAPipe()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = Path.Combine(folder.FullName, "pipe");
        await Process.Start("mkfifo", [pipe]).WaitForExitAsync();
        var check = AppProcess.RunAsync("check", pipe);
        await using (var end = new FileStream(pipe, FileMode.Open, FileAccess.Write))
            await end.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(Samples, "2018-病院局.xlsx")));

        Assert.Equal((0, ""), ((await check).ExitCode, (await check).Error));
    }

    [Fact]
    public async Task PublishWithoutStorageNamesTheMissingSetting()
    {
        var result = await AppProcess.RunAsync("publish");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("AzureWebJobsStorage", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplateIsWrittenAndAcceptedByCheck()
    {
        var file = Path.Combine(folder.FullName, "template.xlsx");

        var written = await AppProcess.RunAsync("template", "--department", "kowan", "--year", "2018", "--to", file);
        var checkedAgain = await AppProcess.RunAsync("check", file, "--department", "kowan");

        Assert.Equal((0, 0), (written.ExitCode, checkedAgain.ExitCode));
    }
}
