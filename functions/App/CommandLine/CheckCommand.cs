using System.CommandLine;
using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Hosting;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Functions.CommandLine;

/// <summary>check FILE: reads and checks a workbook and changes nothing.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = Services.Configure(new() { WriteIndented = true });

    public static Command New()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The workbook (.xlsx, .xlsm, .xls)" };
        var report = new Option<FileInfo?>("--report") { Description = "Where to write the workbook again, with its problems marked", HelpName = "FILE" };
        var (department, year, json) = (Options.Department("Department it should be of; without it, whatever the workbook says"), Options.Year(), Options.Json());
        var command = new Command("check", "Read and check a workbook; change nothing") { file, department, year, json, report };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetRequiredValue(file),
            new(Register.Of2018, arguments.GetRequiredValue(year), arguments.GetValue(department)),
            new(arguments.GetValue(json), arguments.GetValue(report)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, WorkbookRequest request, CheckAnswer answer, CancellationToken cancellation)
    {
        var workbook = await WorkbookFile.ReadAsync(file.FullName, cancellation);
        var reading = WorkbookReader.Read(workbook, request, cancellation);
        if (answer.Report is { } report)
            await File.WriteAllBytesAsync(report.FullName, AnnotatedWorkbook.Write(workbook, reading.Problems), cancellation);
        await (answer.IsJson
            ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(CheckResult.Of(reading), Json))
            : new ProblemReport(Ink.ForOutput()).WriteAsync(reading, file.Name, Console.Out));
        return reading.IsAccepted ? 0 : 1;
    }
}

/// <summary>What `check` is to give back.</summary>
/// <param name="Report">Where the marked workbook goes; null for nowhere.</param>
internal sealed record CheckAnswer(bool IsJson, FileInfo? Report);

/// <summary>What `check --json` prints.</summary>
internal sealed record CheckResult(
    string Outcome, string? Department, int? ReportingYear, string? Layout, RecordCounts Counts, IReadOnlyList<Problem> Problems)
{
    public static CheckResult Of(WorkbookReading reading) => new(
        reading.IsAccepted ? "accepted" : "rejected",
        reading.Department,
        reading.ReportingYear?.Year,
        reading.Layout?.ToString().ToLowerInvariant(),
        reading.Counts,
        reading.Problems);
}
