using BenchmarkDotNet.Attributes;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Benchmarks;

/// <summary>What is done to every cell: texts of which ICU need not be asked, one of which it must be, and what is odd in them.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    [Params("認知症サポーターの養成", "平成２９（２０１７）年度　地域包括支援センターの運営", "㍻29年度 ｻﾎﾟｰﾀｰ養成")]
    public string Text { get; set; } = "";

    [Benchmark]
    public int Fold() => Text.Fold().Length;

    [Benchmark]
    public bool FindFaults() => TextFaults.Of(Text) == TextFaults.None;
}
