namespace KawasakiServerless.Benchmarks;

/// <summary>Runs <c>check --json</c> of the local program as a process.</summary>
/// <param name="start">The beginning of the command line: the path of the program, or dotnet and the path of its .dll file.</param>
internal sealed class CheckCommandLine(params IReadOnlyList<string> start)
{
    public Contestant On(string workbook) =>
        Contestants.Process(
            "check --json", start[0], [.. start.Skip(1), "check", workbook, "--department", LargeWorkbook.Department, "--json"]);

    public static async Task<CheckCommandLine> PublishAsync(string folder) =>
        new(await AheadOfTime.PublishAsync("functions/Local", "KawasakiServerless.Local", folder));
}
