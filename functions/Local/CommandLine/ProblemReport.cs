using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// Prints the result of checking a workbook on a terminal: a table of problems for each sheet, then the number of records, the number of
/// problems by severity, and whether the workbook would be accepted.
/// </summary>
internal sealed class ProblemReport(Ink ink)
{
    private const int WidestCells = 24, WidestFound = 28, WidestText = 76;

    /// <summary>
    /// Writes only the tables, for problems of the year's report of all departments instead of one workbook; writes nothing when there are
    /// no problems.
    /// </summary>
    public async Task WriteProblemsAsync(IReadOnlyList<Problem> problems, string title, TextWriter output)
    {
        if (problems.Count > 0)
            await WriteTablesAsync(problems, title, "（提出状況）", output);
    }

    public async Task WriteAsync(WorkbookReading reading, string file, TextWriter output)
    {
        await WriteTablesAsync(reading.Problems, file, "（ブック全体）", output);
        await output.WriteLineAsync($"\n{Describe(reading.Counts)}");
        if (reading.Problems.Count > 0)
            await output.WriteLineAsync(
                string.Join('　', new[] { Severity.Error, Severity.Warning, Severity.Info }.Select(s => CountOf(s, reading))));
        await output.WriteLineAsync(Verdict(reading));
    }

    private async Task WriteTablesAsync(IReadOnlyList<Problem> problems, string title, string withoutSheet, TextWriter output)
    {
        await output.WriteLineAsync(ink.Bold(DisplayText.Line(title)));
        foreach (var sheet in problems.GroupBy(p => p.Sheet))
        {
            await output.WriteLineAsync($"\n  {ink.Bold(sheet.Key is null ? withoutSheet : DisplayText.Line(sheet.Key))}");
            foreach (var line in TableOf([.. sheet]))
                await output.WriteLineAsync(line);
        }
    }

    private IEnumerable<string> TableOf(IReadOnlyList<Problem> problems)
    {
        string[] cells = [.. problems.Select(p => p.Cell ?? "")], found = [.. problems.Select(FoundIn)];
        var (cellsWidth, foundWidth) = (Widest(cells, "セル", WidestCells), Widest(found, "入力", WidestFound));
        var indent = new string(' ', 4 + 4 + 2 + cellsWidth + 2 + foundWidth + 2);
        yield return ink.Faint($"    重さ  {DisplayText.Pad("セル", cellsWidth)}  {DisplayText.Pad("入力", foundWidth)}  指摘と直し方");
        foreach (var (index, problem) in problems.Index())
        {
            // A list of cells that is too wide for its column gets a line of its own, so that it is not truncated.
            var isLong = DisplayText.WidthOf(cells[index]) > cellsWidth;
            if (isLong)
                yield return $"    {Name(problem.Severity)}  {cells[index]}";
            var start = isLong
                ? DisplayText.Pad("", 4 + 2 + cellsWidth)
                : $"{Name(problem.Severity)}  {DisplayText.Pad(cells[index], cellsWidth)}";
            var said = DisplayText.Wrap(DisplayText.Line(problem.Message), WidestText);
            yield return $"    {start}  {DisplayText.Pad(found[index], foundWidth)}  {said[0]}";
            foreach (var line in said.Skip(1))
                yield return $"{indent}{line}";
            foreach (var line in RemedyOf(problem))
                yield return $"{indent}{ink.Faint(line)}";
        }
    }

    private static IEnumerable<string> RemedyOf(Problem problem) => problem.RemedyLines()
        .SelectMany(l => DisplayText.Wrap(DisplayText.Line(l), WidestText))
        .Select((line, i) => $"{(i == 0 ? "→" : " ")} {line}");

    private static string FoundIn(Problem problem) => DisplayText.Cut(DisplayText.Line(problem.Found ?? ""), WidestFound);

    private static int Widest(IEnumerable<string> texts, string header, int most) =>
        texts.Append(header).Select(DisplayText.WidthOf).Where(w => w <= most).Max();

    private string Name(Severity severity) => ink.Of(severity, severity.Label());

    private string CountOf(Severity severity, WorkbookReading reading) =>
        reading.Problems.Count(p => p.Severity == severity) is > 0 and var count
            ? ink.Of(severity, $"{severity.Label()} {count}件")
            : $"{severity.Label()} 0件";

    private string Verdict(WorkbookReading reading) => reading.IsAccepted
        ? ink.Good("受け付けられます。")
        : ink.Of(Severity.Error, $"誤りが{reading.Problems.Count(p => p.Severity == Severity.Error)}件あり、受け付けられません。");

    private static string Describe(RecordCounts counts) =>
        string.Join('　', RecordKinds.Counted.Select(kind => $"{kind.Facts().Name} {counts[kind]}"));
}
