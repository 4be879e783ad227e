namespace KawasakiServerless.Benchmarks;

/// <summary>check --json as a process.</summary>
/// <param name="start">What stands before the command: the program, or dotnet and the program.</param>
internal sealed class CheckCommandLine(params IReadOnlyList<string> start)
{
    public Contestant On(string workbook) =>
        Contestants.Process(
            "check --json", start[0], [.. start.Skip(1), "check", workbook, "--department", LargeWorkbook.Department, "--json"]);

    public static async Task<CheckCommandLine> PublishAsync(string folder) =>
        new(await AheadOfTime.PublishAsync("functions/Local", "KawasakiServerless.Local", folder));
}
