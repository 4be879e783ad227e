namespace KawasakiServerless.Site.Catalogue;

/// <summary>A table of the open data: its file name, its title, what a row is, and its columns.</summary>
public sealed record OpenDataFile(string Name, string Title, string Row, IReadOnlyList<OpenDataColumn> Columns)
{
    private static readonly OpenDataColumn Id = new("id", "管理番号。提出が変わっても変わりません");
    private static readonly OpenDataColumn ViewpointNumber = new("viewpoint", "視点の番号（1から5）");
    private static readonly OpenDataColumn PolicyArea = new("policyArea", "施策の名称");
    private static readonly OpenDataColumn Divisions = new("divisions", "担当部署");
    private static readonly OpenDataColumn Source = new("source", "出典。局・区、提出、ファイル、シート、セル、提出の日時");
    private static readonly OpenDataColumn FiscalYear = new("fiscalYear", "年度の始まりの西暦年");

    public static IReadOnlyList<OpenDataFile> All { get; } =
    [
        new("initiatives", "取組", "1行が1つの取組です。", [Id, ViewpointNumber, PolicyArea, Divisions, new("text", "取組の文"), new("indicators", "指標の管理番号"), Source]),
        new("indicators", "指標", "1行が1つの指標（年度ごとの値の系列）です。",
        [
            Id, new("initiative", "取組の管理番号"), ViewpointNumber, PolicyArea, new("name", "指標名"), new("group", "区分"), new("unit", "単位"),
            new("cumulative", "累計かどうか"), new("values", "年度ごとの値"), new("notes", "注記"), Source,
        ]),
        new("indicator-values", "指標の値", "1行が1つの指標の1つの年度の値です。",
        [
            new("indicator", "指標の管理番号"), new("initiative", "取組の管理番号"), ViewpointNumber, PolicyArea, new("name", "指標名"), new("group", "区分"),
            new("unit", "単位"), new("cumulative", "累計かどうか"), FiscalYear, new("era", "和暦での年度"), new("value", "数値"), new("text", "文章での報告"),
            new("status", "reported（数値）、text（文章）、notReported（未報告）、notApplicable（対象外）"), Source,
        ]),
        new("directions", "課題と今後の方向性", "1行が1つの課題または方向性です。", [Id, ViewpointNumber, PolicyArea, Divisions, new("text", "本文"), Source]),
        new("collaborations", "連携取組", "1行が1つの連携取組です。",
        [
            new("no", "一覧の番号"), Id, new("lead", "主管の局・区"), new("partners", "名前の挙がる連携先"), new("everyBureau", "全局かどうか"),
            new("everyWard", "区役所すべてかどうか"), new("andOthers", "等と書かれているか"), new("partnersText", "連携先の記載"), new("name", "事業名"),
            new("outline", "事業概要"), new("direction", "今後の方向性"), Source,
        ]),
        new("ward-activities", "区の取組", "1行が1つの区の取組です。区が空の行は全区に共通する取組です。",
            [Id, new("ward", "区の名称"), FiscalYear, new("category", "区分"), new("heading", "見出し"), new("text", "取組の文"), Source]),
        new("statistics", "活動統計", "1行が1つの総数とその内訳です。",
        [
            new("section", "分野"), new("name", "統計名"), new("periodFrom", "期間の始まりの月"), new("periodTo", "期間の終わりの月"),
            new("total", "総数"), new("shares", "内訳と割合（%）。CSVでは内訳ごとに1行とし、label、percent、noteの3列になります"), Source,
        ]),
        new("passages", "報告の本文", "1行が本文の1つの段落または項目です。",
            [new("document", "資料の番号"), new("path", "見出しの並び"), new("kind", "種類（段落、箇条書き、番号、図表の題、注記）"), new("text", "本文"), Source]),
        new("departments", "局・区役所", "1行が1つの局または区役所です。",
        [
            new("order", "建制順"), new("code", "コード"), new("name", "名称"), new("kana", "読み"), new("english", "英語名"), new("kind", "局（bureau）か区役所（ward）か"),
            new("ward", "区役所の区の名称"), new("aliases", "別の書き方"), new("submittedAt", "この年度の報告の提出日時。空は未提出"),
        ]),
    ];
}

public sealed record OpenDataColumn(string Name, string Meaning);
