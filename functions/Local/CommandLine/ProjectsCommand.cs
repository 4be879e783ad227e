using System.CommandLine;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// The command `projects`: proposes which records in a folder of workbooks belong to the same project. A person then confirms the proposals
/// in input/projects.yml.
/// </summary>
internal static class ProjectsCommand
{
    public static Command New(Register register)
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder of workbooks", HelpName = "DIR", Required = true };
        var year = Options.Year();
        var command = new Command("projects", "Propose which records belong to one project, in the format of input/projects.yml")
        {
            from, year,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            new(arguments.GetRequiredValue(from), register), arguments.GetRequiredValue(year), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(MunicipalFolder municipal, FiscalYear year, CancellationToken cancellation)
    {
        var (register, content) = (municipal.Register(), SiteContent.Load(municipal.Content));
        var folder = await WorkbookFolder.ReadAsync(municipal.Folder, register, year, cancellation);
        if (folder.Failure is { } failure)
            throw new IOException(failure);
        var report = Report.Compose(year, register, folder.Submissions);
        var texts = report.Records.All.ToDictionary(r => r.Id, TextOf, StringComparer.Ordinal);
        var site = new SiteOnDemand(SiteInput.Of([report]), SiteSettings.Read(Environment.GetEnvironmentVariable, address: null, content));
        await Console.Out.WriteLineAsync("projects:");
        foreach (var project in site.ProposedProjects)
        {
            foreach (var id in project.Records)
                await Console.Out.WriteLineAsync($"  # {id}: {Texts.Shorten(DisplayText.Line(texts[id]), 80)}");
            await Console.Out.WriteLineAsync($"  - name: {project.Name}\n    records: [{string.Join(", ", project.Records)}]");
        }

        return 0;
    }

    private static string TextOf(Record record) => record switch
    {
        Initiative initiative => initiative.Text,
        Collaboration collaboration => collaboration.Name,
        WardActivity activity => activity.Text,
        _ => "",
    };
}
