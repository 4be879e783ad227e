using System.Globalization;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>
/// repairs.md: the kinds of findings that concern the value of a single cell, and for which of them a correction is proposed.
/// </summary>
internal static class RepairPage
{
    public static int Proposed { get; } = RepairRules.All.Count(r => r.Propose is not null);

    public static string Text() => Markdown.Page(
        "# 修復の提案",
        "見つかったことのうち、一つのセルの値についてのものは、ポータルでそのセルだけを直せます。正しい値が確かなときは、その値が提案されます。提案は、書き込む前に一つずつ示され、選んだものだけが書き込まれます。",
        "提案は、ブックに書き込んで読み直し、その指摘がなくなり、ほかの指摘が増えないことを確かめてから示されます。確かめられないものは、示されません。",
        string.Create(
            CultureInfo.InvariantCulture,
            $"一つのセルの値についての指摘の種類は{RepairRules.All.Count}で、そのうち{Proposed}（{100 * Proposed / RepairRules.All.Count}%）に提案があります。"
                + $"シート、行、結合など、値では直らない指摘は数えていません。"),
        "## 提案があるもの",
        Table(isProposed: true),
        "## 提案がないもの",
        Table(isProposed: false),
        DatasetPages.Made);

    private static string Table(bool isProposed) => Markdown.Table(
        ["コード", "指摘の意味", isProposed ? "提案する値" : "提案しない理由"],
        RepairRules.All.Where(r => r.Propose is not null == isProposed)
            .Select(r => (string[])[$"[{r.Kind.Code}](problems.md#{r.Kind.Code})", r.Kind.Meaning, r.Explanation]));
}
