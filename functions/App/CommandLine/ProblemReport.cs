using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Functions.CommandLine;

/// <summary>A reading for a person at a terminal: problems by sheet, then the counts and the verdict.</summary>
internal static class ProblemReport
{
    public static async Task WriteAsync(WorkbookReading reading, string file, TextWriter output)
    {
        await output.WriteLineAsync(file);
        foreach (var sheet in reading.Problems.GroupBy(p => p.Sheet))
        {
            await output.WriteLineAsync($"\n  {sheet.Key ?? "（ブック全体）"}");
            foreach (var problem in sheet)
                await output.WriteLineAsync(Line(problem));
        }

        await output.WriteLineAsync($"\n{Describe(reading.Counts)}");
        await output.WriteLineAsync(reading.IsAccepted ? "受け付けられます。" : $"誤りが{reading.Problems.Count(p => p.Severity == Severity.Error)}件あり、受け付けられません。");
    }

    private static string Line(Problem p) =>
        $"    {Name(p.Severity)} {p.Cell ?? "",-8} {p.Message}\n{"",16}{p.Remedy}{(p.Found is { Length: > 0 } found ? $"（入力：{found}）" : "")}";

    private static string Name(Severity severity) => severity switch
    {
        Severity.Error => "誤り",
        Severity.Warning => "注意",
        _ => "参考",
    };

    private static string Describe(RecordCounts c) =>
        $"取組 {c.Initiatives}　指標 {c.Indicators}　課題と方向性 {c.Directions}　連携取組 {c.Collaborations}　区の取組 {c.WardActivities}　活動統計 {c.Statistics}　本文 {c.Passages}";
}
