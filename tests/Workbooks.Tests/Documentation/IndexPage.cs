using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>The page README.md, which lists the sheets of the template and describes the front sheet (はじめに).</summary>
internal static class IndexPage
{
    private static readonly TemplateColumn[] Front =
        [FrontSheet.Department, FrontSheet.ReportingYear, FrontSheet.Version, FrontSheet.NothingToReport];

    private static readonly (string File, SheetLayout Layout)[] Sheets =
    [
        ("initiatives.md", InitiativeSheet.Layout), ("directions.md", DirectionSheet.Layout),
        ("collaborations.md", CollaborationSheet.Layout),
        ("ward-activities.md", WardActivitySheet.Layout), ("statistics.md", StatisticSheet.Layout), ("passages.md", PassageSheet.Layout),
        ("plain-summaries.md", PlainSummarySheet.Layout),
    ];

    public static string Text() => Markdown.Page(
        "# 報告の様式とデータ",
        "局・区が提出するExcelの様式は、次のシートからできています。シートごとに、列、書くもの、選べる値を説明します。",
        Markdown.Table(["シート", "内容", "記入する局・区"], Sheets
            .Select(s => (string[])[$"[{s.Layout.Name}]({s.File})", s.Layout.Purpose, SheetPage.OwnerOf(s.Layout)])),
        $"提出したブックは、セルごとに確かめられます。見つかったことは[指摘の一覧](problems.md)のとおりに示され、正しい値が確かなものには[修復の提案](repairs.md)があります。",
        $"## {FrontSheet.Name}",
        "先頭のシートには、どの局・区の、どの年度の報告かが書かれています。",
        Markdown.Table(["項目", "説明"], Front.Select(c => (string[])[c.Header, c.HintFor(Some.Register)])),
        "## 読み取り方",
        Markdown.List(
        [
            "見出しの文字で表を見つけます。シートの名前、列の順序、表の位置（30行目まで）は問いません。",
            "全角と半角、空白の違いは区別しません。文章は書かれたとおりに残します。目に見えない制御文字だけは取り除きます。",
            "結合したセルの値は、結合した行すべての値とします。指摘では左上のセルを示します。",
            "非表示の行と列も読み取り、注意として知らせます。非表示のシートは読み取りません。",
            "計算式は、保存されている結果を読み取ります。マクロは実行しません。",
            $"数値の欄には数字、「{TemplateWords.NotApplicable}」、又は「実施」のような言葉を書けます。空の欄は「未報告」です。",
        ]),
        DatasetPages.Made);
}
