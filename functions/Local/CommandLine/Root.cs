using System.CommandLine;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.LocalRun;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>The root command of the command line. Exit codes: 0 success, 1 rejected or failed, 2 wrong usage.</summary>
internal static class Root
{
    private const int WrongUsage = 2;

    /// <param name="args">The command line arguments.</param>
    /// <param name="register">The register for the sample year and for commands that use no storage.</param>
    public static async Task<int> RunAsync(string[] args, Register register)
    {
        var parsed = Command(register).Parse(args);
        if (parsed.Errors.Count > 0)
            return await ExplainAsync(parsed);
        return await parsed.InvokeAsync(
            new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    private static async Task<int> ExplainAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("Run with --help to see the commands.");
        return WrongUsage;
    }

    private static RootCommand Command(Register register)
    {
        var port = Options.Port("Port of the local run; 0 selects a free one", usual: 7071);
        var url = Options.Url();
        var data = new Option<DirectoryInfo?>("--data")
        {
            Description = "Where the local run keeps its storage; default .local/azurite",
            HelpName = "DIR",
        };
        var samples = new Option<DirectoryInfo?>("--samples")
        {
            Description = "Workbooks of 2018 to load into an empty storage; by default the sample report",
            HelpName = "DIR",
        };
        var root = new RootCommand("Runs everything on this machine: storage, the 2018 report as sample, the public site.")
        {
            port, url, data, samples, CheckCommand.New(register), TemplateCommand.New(register), BuildCommand.New(register),
            PreviewCommand.New(register), ProjectsCommand.New(register), PublishCommand.New(),
        };
        root.SetAction((arguments, cancellation) =>
        {
            var options = new LocalRunOptions(arguments.GetValue(port), arguments.GetValue(url), arguments.GetValue(data));
            return new LocalApp(register, Console.Out).RunAsync(options with { Samples = arguments.GetValue(samples) }, cancellation);
        });
        return root;
    }
}
