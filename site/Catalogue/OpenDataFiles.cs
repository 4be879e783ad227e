using static KawasakiServerless.Site.Catalogue.OpenDataColumns;

namespace KawasakiServerless.Site.Catalogue;

/// <summary>The tables of the open data in the order in which they are offered.</summary>
internal static class OpenDataFiles
{
    public static IReadOnlyList<OpenDataFile> All { get; } =
    [
        new("initiatives", "取組", "1行が1つの取組です。",
            [Id, .. Place, List("divisions", "担当部署", "initiative-divisions"), Sentence("text", "取組の文"), List("indicators", "指標の管理番号", "indicators"), .. Source]),
        new("initiative-divisions", "取組の担当部署", "1行が1つの取組の1つの担当部署です。", [Key("initiative", "取組の管理番号"), Order, Division]),
        new("indicators", "指標", "1行が1つの指標です。年度ごとの値は「指標の値」にあります。",
        [
            Id, .. Indicator, List("values", "年度ごとの値", "indicator-values"), List("notes", "注記", "indicator-notes"), .. Source,
        ]),
        new("indicator-values", "指標の値", "1行が1つの指標の1つの年度の値です。",
        [
            Key("indicator", "指標の管理番号"), .. Indicator, FiscalYear, Era,
            new("value", DataType.Number, "数値") { Unit = "unit列のとおり", Blank = "数値の報告がない。理由はstatus列（0ではない）" },
            Sentence("text", "文章での報告") with { Blank = "文章での報告ではない" }, Status, .. Source, OwnCell,
        ]),
        new("indicator-notes", "指標の注記", "1行が1つの指標の1つの注記です。", [Key("indicator", "指標の管理番号"), Order, Sentence("note", "注記")]),
        new("directions", "課題と今後の方向性", "1行が1つの課題または方向性です。",
            [Id, .. Place, List("divisions", "担当部署", "direction-divisions"), Sentence("text", "本文"), .. Source]),
        new("direction-divisions", "課題と今後の方向性の担当部署", "1行が1つの課題または方向性の1つの担当部署です。", [Key("direction", "課題と今後の方向性の管理番号"), Order, Division]),
        new("collaborations", "連携取組", "1行が1つの連携取組です。",
        [
            new("no", DataType.WholeNumber, "一覧の番号") { Unit = "番" }, Id, Code("leadCode", "主管の局・区の符号", "departments"), Name("lead", "主管の局・区"),
            List("partnerCodes", "名前の挙がる連携先の符号", "collaboration-partners"), List("partners", "名前の挙がる連携先", "collaboration-partners"),
            Flag("everyBureau", "全局かどうか"), Flag("everyWard", "区役所すべてかどうか"), Flag("andOthers", "等と書かれているか"), Sentence("partnersText", "連携先の記載のまま"),
            Sentence("name", "事業名"), Sentence("outline", "事業概要"), Sentence("direction", "今後の方向性"), .. Source,
        ]),
        new("collaboration-partners", "連携取組の連携先", "1行が1つの連携取組の1つの連携先です。",
            [Key("collaboration", "連携取組の管理番号"), Order, Code("partnerCode", "連携先の局・区の符号", "departments"), Name("partner", "連携先の局・区")]),
        new("ward-activities", "区の取組", "1行が1つの区の取組です。",
        [
            Id, Code("wardCode", "区の符号", "wards") with { Blank = "全区に共通する取組" }, Name("ward", "区の名称") with { Blank = "全区に共通する取組" }, FiscalYear with { Blank = "年度の記載がない" },
            Era with { Forms = DataForms.Cells, Blank = "年度の記載がない" }, Name("category", "区分") with { Blank = "区分の記載がない" },
            Name("heading", "見出し") with { Blank = "見出しの記載がない" }, Sentence("text", "取組の文"), .. Source,
        ]),
        new("statistics", "活動統計", "1行が1つの内訳です。総数は内訳の行ごとに繰り返します。JSONでは1件が1つの総数とその内訳です。",
        [
            Name("section", "分野"), Name("name", "統計名"), new("periodFrom", DataType.Month, "期間の始まりの月"), new("periodTo", DataType.Month, "期間の終わりの月"),
            new("total", DataType.Number, "総数") { Unit = "統計名による" }, new("shares", DataType.List, "内訳と割合") { Forms = DataForms.Json },
            Name("label", "内訳の名称") with { Forms = DataForms.Cells, Blank = "内訳の記載がない" },
            new("percent", DataType.Number, "総数に占める割合") { Forms = DataForms.Cells, Unit = "%", Blank = "内訳の記載がない" },
            Sentence("note", "内訳の注記") with { Forms = DataForms.Cells, Blank = "注記がない" }, .. Source,
            Key("totalCell", "出典：総数のセル"), Key("cell", "出典：割合のセル") with { Forms = DataForms.Cells, Blank = "内訳の記載がない" },
        ]),
        new("passages", "報告の本文", "1行が本文の1つの段落または項目です。",
        [
            Id with { Forms = DataForms.Cells }, Name("document", "資料の番号"), List("path", "見出しの並び（外側から内側へ）", "passage-headings"),
            Sentence("heading", "最も内側の見出し") with { Forms = DataForms.Cells, Blank = "見出しがない" }, Kind, Sentence("text", "本文"), .. Source,
        ]),
        new("passage-headings", "報告の本文の見出し", "1行が本文の1つの段落または項目の1つの見出しです。",
            [Key("passage", "本文の管理番号"), new("level", DataType.WholeNumber, "見出しの深さ（1が最も外側）") { Unit = "段" }, Sentence("heading", "見出し")]),
        new("departments", "局・区役所", "1行が1つの局または区役所です。",
        [
            new("order", DataType.WholeNumber, "建制順") { Unit = "番" }, Code("code", "このサイトでの符号", "departments"), Name("name", "名称"), Name("kana", "読み"),
            Name("english", "英語名"), DepartmentKind, Name("ward", "区役所の区の名称") with { Blank = "区役所ではない" },
            List("aliases", "別の書き方", "department-aliases"), Time("submittedAt", "この年度の報告の提出日時") with { Blank = "未提出" },
        ]),
        new("department-aliases", "局・区役所の別の書き方", "1行が1つの局または区役所の1つの書き方です。", [Code("department", "局・区役所の符号", "departments"), Order, Name("alias", "別の書き方")]),
        new("wards", "区", "1行が1つの区です。符号は、区役所の符号と同じです。",
            [Order, Code("code", "区の符号", "wards"), Name("name", "区の名称"), Name("kana", "読み"), Name("department", "区役所の名称")]),
        new("viewpoints", "視点", "1行が1つの視点です。番号が符号です。",
        [
            new("number", DataType.WholeNumber, "視点の番号") { Unit = "番", CodeTable = "viewpoints" }, Sentence("title", "題名"), Name("shortName", "短い名称"),
            List("policyAreas", "報告する施策の符号", "viewpoint-policy-areas"),
        ]),
        new("viewpoint-policy-areas", "視点の施策", "1行が1つの視点の1つの施策です。", [Viewpoint, Order, PolicyAreaCode, PolicyArea]),
        new("policy-areas", "施策", "1行が1つの施策です。", [Order, Code("code", "施策の符号", "policy-areas"), Name("name", "施策の名称")]),
        new(Dictionary, "データ辞書", "1行が1つの列です。決まった値だけを取る列では、値ごとに1行です。", DictionaryColumns),
    ];
}
