using System.CommandLine;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Site;
using KawasakiServerless.Workbooks.Checks;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>The command `build`: builds a site on disk from a folder of workbooks, without storage.</summary>
internal static class BuildCommand
{
    public static Command New(Register register)
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder of workbooks", HelpName = "DIR", Required = true };
        var to = new Option<DirectoryInfo>("--to")
        {
            Description = "Folder of the site; an earlier site there is replaced",
            HelpName = "DIR",
            Required = true
        };
        var (year, url) = (Options.Year(), Options.Url());
        var command = new Command("build", "Make a site on disk from a folder of workbooks") { from, to, year, url };
        command.SetAction((arguments, cancellation) => RunAsync(
            new(arguments.GetRequiredValue(from), arguments.GetRequiredValue(to), register, arguments.GetRequiredValue(year),
                arguments.GetValue(url)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(SiteToBuild build, CancellationToken cancellation)
    {
        var (from, to, fallback, year, url) = build;
        if (SiteFolder.RefusalOf(to, from) is { } refusal)
            return await FailAsync(refusal);
        var municipal = new MunicipalFolder(from, fallback);
        var (register, content) = (municipal.Register(), SiteContent.Load(municipal.Content));
        var options = SiteSettings.Read(Environment.GetEnvironmentVariable, url, content);
        if (options.DataLicense is null)
        {
            await Console.Error.WriteLineAsync(
                $"DATA_LICENSE is not set: this site states CC BY 4.0 ({SiteSettings.LocalLicense}). To publish, set DATA_LICENSE.");
            options = options with { DataLicense = SiteSettings.LocalLicense };
        }

        var folder = await WorkbookFolder.ReadAsync(from, register, year, cancellation);
        foreach (var (file, reading) in folder.Readings.Where(r => r.Reading.Problems.Count > 0))
            await new ProblemReport(Ink.None).WriteAsync(reading, file, Console.Error);
        if (folder.Failure is { } failure)
            return await FailAsync(failure);
        var report = Report.Compose(year, register, folder.Submissions);
        var files = await SiteRenderer.RenderAsync(SiteInput.Of([report]), options, cancellation);
        if (SiteFolder.FindForeignFile(to, files) is { } stranger)
            return await FailAsync($"{to.FullName} contains {stranger}, which is not part of a site; name an empty folder.");
        await SiteFolder.ReplaceAsync(to, files, cancellation);
        await new ProblemReport(Ink.None).WriteProblemsAsync(ReportChecks.Of(report), $"{year.Label}の報告全体", Console.Error);
        foreach (var warning in new SiteOnDemand(SiteInput.Of([report]), options).Warnings)
            await Console.Error.WriteLineAsync(warning);
        await Console.Out.WriteLineAsync($"{folder.Submissions.Count} workbooks, {files.Count} files: {to.FullName}");
        return 0;
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}

/// <summary>The parsed arguments of `build`.</summary>
internal sealed record SiteToBuild(DirectoryInfo From, DirectoryInfo To, Register Register, FiscalYear Year, Uri? Url);
