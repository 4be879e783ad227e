using BenchmarkDotNet.Attributes;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Benchmarks;

/// <summary>Measures the two halves of checking a workbook: reading its cells, and reading and checking the records in them.</summary>
[MemoryDiagnoser]
public class SheetBenchmarks
{
    private byte[] workbook = [];
    private Spreadsheet? read;

    [GlobalSetup]
    public void Setup()
    {
        workbook = SharedTexts.Save(LargeWorkbook.Template());
        read = SpreadsheetReader.Read(workbook, Budget.New()).Workbook;
    }

    [Benchmark(Baseline = true)]
    public int EveryNodeOfTheXml() => EveryNode.Read(workbook);

    [Benchmark]
    public int ReadTheCells() => SpreadsheetReader.Read(workbook, Budget.New()).Workbook!.Sheets.Count;

    [Benchmark]
    public int ReadTheRecordsAndCheckThem() => WorkbookReader.Read(read!, LargeWorkbook.Request, Budget.New()).Problems.Count;
}
