using System.Diagnostics;
using System.Globalization;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// For each loop, prints how long reading a workbook takes when the loop runs n, 2n and 4n times, and for n and 4n how long it takes to
/// read the workbook and to mark the problems in a copy of it. If 4n takes at most about four times as long as n, the loop takes linear
/// time.
/// </summary>
internal static class LinearTable
{
    private const int Runs = 5;

    public static int Run()
    {
        Console.WriteLine(
            "| loop | n | read n | 2n | 4n | 4n ÷ n | read and mark n | 4n | 4n ÷ n |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var loop in LinearLoops.All)
        {
            byte[][] books = [loop.Make(loop.Count), loop.Make(2 * loop.Count), loop.Make(4 * loop.Count)];
            double[] read = [.. books.Select(b => Fastest(() => Read(b)))];
            double[] marked = [Fastest(() => Mark(books[0])), Fastest(() => Mark(books[2]))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {loop.Name} | {loop.Count:N0} | {read[0]:0} ms | {read[1]:0} ms | {read[2]:0} ms | {read[2] / read[0]:0.0} | "
                    + $"{marked[0]:0} ms | {marked[1]:0} ms | {marked[1] / marked[0]:0.0} |"));
        }

        return 0;
    }

    private static WorkbookReading Read(byte[] workbook) => WorkbookReader.Read(workbook, LargeWorkbook.Request with { Department = null });

    private static void Mark(byte[] workbook) => AnnotatedWorkbook.Write(workbook, Read(workbook).Problems);

    // Returns the fastest of several runs, which was disturbed least by other programs.
    private static double Fastest(Action work) => Enumerable.Range(0, Runs).Min(_ =>
    {
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    });
}
