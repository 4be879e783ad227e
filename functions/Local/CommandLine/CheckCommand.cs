using System.CommandLine;
using System.Text.Json;
using KawasakiServerless.Application;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>The command `check FILE`: reads and checks a workbook. The workbook itself is not changed.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = ResultJson.Configure(new() { WriteIndented = true });

    public static Command New(Register register)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The workbook (.xlsx, .xlsm, .xls)" };
        var report = new Option<FileInfo?>("--report")
        {
            Description = "Where to write a copy of the workbook with its problems marked",
            HelpName = "FILE"
        };
        var (department, year, json) = (Options.Department(register, "Expected department; by default the one that the workbook names"),
            Options.Year(), Options.Json());
        var command = new Command("check", "Read and check a workbook; change nothing") { file, department, year, json, report };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetRequiredValue(file),
            new(register, arguments.GetRequiredValue(year), arguments.GetValue(department)),
            new(arguments.GetValue(json), arguments.GetValue(report)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, WorkbookRequest request, CheckAnswer answer, CancellationToken cancellation)
    {
        if (await TryReadAsync(file, answer, cancellation) is not { } workbook)
            return 1;
        var reading = WorkbookReader.Read(workbook, request with { FileName = file.Name }, cancellation);
        if (answer.Report is { } report)
            await OutputFile.WriteAsync(
                "--report", report, AnnotatedWorkbook.Write(workbook, reading.Problems, cancellation), cancellation);
        await (answer.IsJson ? WriteAsync(CheckResult.Of(reading))
            : new ProblemReport(Ink.ForOutput()).WriteAsync(reading, file.Name, Console.Out));
        return reading.IsAccepted ? 0 : 1;
    }

    // If the file cannot be read and the output is JSON, prints a JSON document that reports the failure, and returns null. If the output
    // is not JSON, the exception propagates, and the program prints its message, as for all other commands.
    private static async Task<ReadOnlyMemory<byte>?> TryReadAsync(FileInfo file, CheckAnswer answer, CancellationToken cancellation)
    {
        try
        {
            return await WorkbookFile.ReadAsync(file.FullName, cancellation);
        }
        catch (Exception failure) when (answer.IsJson && failure is (IOException or UnauthorizedAccessException))
        {
            await WriteAsync(CheckResult.Unreadable(failure.Message));
            return null;
        }
    }

    private static Task WriteAsync(CheckResult result) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, Json));
}

/// <summary>The output options of `check`.</summary>
/// <param name="Report">The path at which to write the workbook with its problems marked; null to write none.</param>
internal sealed record CheckAnswer(bool IsJson, FileInfo? Report);

/// <summary>The output of `check --json`.</summary>
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

    /// <param name="why">The message of the exception that was thrown when the file could not be read.</param>
    public static CheckResult Unreadable(string why) => new(
        "rejected",
        null,
        null,
        null,
        RecordCounts.Zero,
        [new("unreadable", Severity.Error, null, null, why, "ファイルを開けませんでした。", "ファイルの名前と場所、読み取りの権限を確かめてください。例：check 2018-○○局.xlsx")]);
}
