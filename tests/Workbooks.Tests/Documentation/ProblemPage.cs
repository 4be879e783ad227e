using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>problems.md: every kind of finding, with what the clerk reads.</summary>
internal static class ProblemPage
{
    private static readonly ILookup<ProblemKind, Finding> Examples = ProblemExamples.All.ToLookup(f => f.Kind);

    public static string Text() => Markdown.Page(
    [
        "# 指摘の一覧",
        "提出されたブックは、セルごとに確かめられます。見つかったことは、何が違うか、どう直すか、例の順に示されます。",
        Markdown.Table(["重さ", "意味"],
        [
            ["誤り", "ブックは受け付けられません。直して、もう一度提出してください。"],
            ["注意", "受け付けられます。確かめて、違っていれば直してください。"],
            ["注意（確認）", "受け付けられます。正しいこともありますが、書き誤りのことも多いため、正しいかどうかを必ず確かめてください。"],
            ["参考", "受け付けられます。知っておくとよいことです。"],
        ]),
        "同じ列の同じ指摘は、`B5, B9–B12` のように一つにまとめられます。一つのセルに誤りがあるときは、そのセルの最初の誤りだけを示します。コードは変わりません。",
        .. Part("ブック、シート、列について", ProblemKinds.OfFiles),
        .. Part("セルについて", ProblemKinds.OfCells),
        .. Part("書かれた内容について", ProblemKinds.OfRecords),
        .. Part("年度の報告全体について", ProblemKinds.OfReports, "サイトを作るとき（`build`）に、取りまとめの担当者に示されます。"),
        DatasetPages.Made,
    ]);

    private static IEnumerable<string> Part(string title, EquatableList<ProblemKind> kinds, params string[] about) =>
    [
        $"## {title}",
        .. about,
        Markdown.Table(["コード", "重さ", "意味"], kinds.Select(k => (string[])[$"[{k.Code}](#{k.Code})", Name(k), k.Meaning])),
        .. kinds.SelectMany(Section),
    ];

    private static IEnumerable<string> Section(ProblemKind kind) =>
        [$"### {kind.Code}", $"{Name(kind)}：{kind.Meaning}", .. Examples[kind].Select(f => $"> {Markdown.Escaped(f.Message)}\n>\n> "
            + $"{Markdown.Escaped(f.Remedy)}")];

    private static string Name(ProblemKind kind) => kind switch
    {
        { Severity: Severity.Error } => "誤り",
        { AsksForConfirmation: true } => "注意（確認）",
        { Severity: Severity.Warning } => "注意",
        _ => "参考",
    };
}
