using System.CommandLine;
using System.Globalization;
using KawasakiServerless.Functions.Hosting;
using KawasakiServerless.Functions.LocalRun;

namespace KawasakiServerless.Functions.CommandLine;

/// <summary>The command line: 0 done, 1 rejected or failed, 2 wrong usage.</summary>
internal static class Root
{
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Command().Parse(args);
        if (parsed.Errors.Count > 0)
            return await ExplainAsync(parsed);
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    private static async Task<int> ExplainAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("Run with --help to see the commands.");
        return WrongUsage;
    }

    private static RootCommand Command()
    {
        var port = new Option<int>("--port") { Description = "Port of the local run; 0 takes a free one", DefaultValueFactory = _ => 7071 };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError("--port takes a number from 0 to 65535.");
        });
        var url = Options.Url();
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the local run keeps its storage; .local/azurite unless told", HelpName = "DIR" };
        var root = new RootCommand("Runs everything on this machine: storage, the 2018 report as sample, the public site. Under the Functions host it serves the functions.")
        {
            port, url, data, CheckCommand.New(), TemplateCommand.New(), BuildCommand.New(), PublishCommand.New(),
        };
        root.SetAction((arguments, cancellation) => Environment.GetEnvironmentVariable(FunctionApp.PortSetting) is { Length: > 0 }
            ? FunctionApp.RunAsync(cancellation)
            : new LocalApp(Console.Out).RunAsync(new(arguments.GetValue(port), arguments.GetValue(url), arguments.GetValue(data)), cancellation));
        return root;
    }
}
