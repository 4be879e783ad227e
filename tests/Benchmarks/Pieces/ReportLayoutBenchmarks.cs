using BenchmarkDotNet.Attributes;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Benchmarks;

/// <summary>Measures reading the report layout: a whole workbook, and the text of one item.</summary>
[MemoryDiagnoser]
public class ReportLayoutBenchmarks
{
    private const string Item = "認知症サポーターの養成と、身近な地域での声かけ訓練の実施（養成講座開催数 H28：108回 H29：1,120回、受講者数 H28：5,012人 H29：5,444人）";

    private Spreadsheet? read;

    [GlobalSetup]
    public void Setup() => read = SpreadsheetReader.Read(LargeReport.Write(), Budget.New()).Workbook;

    [Benchmark]
    public int ReadTheRecordsAndCheckThem() => WorkbookReader.Read(read!, LargeWorkbook.Request, Budget.New()).Problems.Count;

    [Benchmark]
    public int FiguresInOneText() => new RunningTextReader(new(Register.Of2018)).Read(Item).Series.Count;
}
