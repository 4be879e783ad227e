using BenchmarkDotNet.Attributes;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Measures what is done with the text of every cell: folding it (normalizing it so that texts can be compared), and finding its faults.
/// Folding uses the library ICU only for the third text.
/// </summary>
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
