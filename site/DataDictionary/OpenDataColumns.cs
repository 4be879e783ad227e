using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.DataDictionary;

/// <summary>The columns that several open-data tables share, and factory methods for the other columns.</summary>
internal static class OpenDataColumns
{
    public const string Dictionary = "dictionary";

    public static readonly OpenDataColumn Id = new("id", DataType.Identifier, "管理番号。提出が変わっても変わりません");
    public static readonly OpenDataColumn Viewpoint = new(
        "viewpoint", DataType.WholeNumber, "視点の番号")
    { Unit = "番", CodeTable = "viewpoints" };
    public static readonly OpenDataColumn PolicyArea = Name("policyArea", "施策の名称");
    public static readonly OpenDataColumn PolicyAreaCode = Code("policyAreaCode", "施策の符号", "policy-areas");
    public static readonly OpenDataColumn Order = new("order", DataType.WholeNumber, "書かれている順") { Unit = "番" };
    public static readonly OpenDataColumn Division = Name("division", "担当部署");
    public static readonly OpenDataColumn FiscalYear = new("fiscalYear", DataType.Year, "年度の始まりの西暦年");
    public static readonly OpenDataColumn Era = Name("era", "和暦での年度");

    public static readonly OpenDataColumn Status = Name("status", "値の状態") with
    {
        Type = DataType.Code,
        Values =
        [
            new("reported", FigureStatus.Reported.Word()), new("text", FigureStatus.Text.Word()),
            new("notReported", FigureStatus.NotReported.Word()), new("notApplicable", FigureStatus.NotApplicable.Word()),
        ],
    };

    public static readonly OpenDataColumn Kind = Status with
    {
        Name = "kind",
        Meaning = "種類",
        Values = [.. PassageKinds.All.Select(kind => new AllowedValue($"{kind}".ToLowerInvariant(), kind.Label()))],
    };

    public static readonly OpenDataColumn DepartmentKind =
        Status with { Name = "kind", Meaning = "局か区役所か", Values = [new("bureau", "局"), new("ward", "区役所")] };

    /// <summary>The viewpoint and the policy area of a record, each with its number or code and its name.</summary>
    public static readonly OpenDataColumn[] Place = [Viewpoint, Name("viewpointName", "視点の短い名称"), PolicyAreaCode, PolicyArea];

    public static readonly OpenDataColumn[] Indicator =
    [
        Key("initiative", "取組の管理番号"), .. Place, Name("name", "指標名"), Name("group", "区分") with { Blank = "区分がない" },
        Name("unit", "単位") with { Blank = "単位の記載がない" }, Flag("cumulative", "累計かどうか"),
    ];

    public static readonly OpenDataColumn[] Source =
    [
        new("source", DataType.Record, "出典。department、submission、file、sheet、cell、uploadedAt") { Forms = DataForms.Json },
        Cells(Code("sourceDepartment", "出典：提出した局・区の符号", "departments")), Cells(Key("sourceSubmission", "出典：提出の番号")),
        Cells(Name("sourceFile", "出典：ファイル")),
        Cells(Name("sourceSheet", "出典：シート")), Cells(Key("sourceCell", "出典：セルの範囲")), Cells(Time("sourceUploadedAt", "出典：この内容になった提出の日時")),
    ];

    public static readonly OpenDataColumn OwnCell = Key("cell", "出典：この値のセル");

    public static readonly OpenDataColumn[] DictionaryColumns =
    [
        Key("table", "表のファイル名"), Key("column", "列の名前"), Flag("inCells", "CSVとExcelにあるか"), Flag("inJson", "JSONにあるか"),
        Status with { Name = "type", Meaning = "値の型",
            Values = [.. Enum.GetValues<DataType>().Select(t => new AllowedValue(t.Facts().Published, t.Facts().Japanese))] },
        Name("unit", "単位") with { Blank = "単位のある数値ではない" }, Sentence("meaning", "列の意味"),
        Sentence("blank", "空欄の意味") with { Blank = "空欄にならない" },
        Key("allowedValue", "取る値") with { Blank = "決まった値だけを取る列ではない" },
        Name("allowedValueMeaning", "取る値の意味") with { Blank = "決まった値だけを取る列ではない" },
    ];

    public static OpenDataColumn Key(string name, string meaning) => new(name, DataType.Identifier, meaning);

    public static OpenDataColumn Code(string name, string meaning, string table) =>
        new(name, DataType.Code, $"{meaning}。意味は表{table}にあります") { CodeTable = table };

    public static OpenDataColumn Name(string name, string meaning) => new(name, DataType.Name, meaning);

    public static OpenDataColumn Sentence(string name, string meaning) => new(name, DataType.Sentence, meaning);

    public static OpenDataColumn Time(string name, string meaning) => new(name, DataType.Time, $"{meaning}（ISO 8601、日本時間）");

    public static OpenDataColumn Flag(string name, string meaning) =>
        new(name, DataType.TrueOrFalse, meaning) { Values = [new("true", "はい"), new("false", "いいえ")] };

    /// <summary>
    /// A column that contains a list. It exists only in JSON; in CSV and Excel, the items of the lists are rows of a separate table.
    /// </summary>
    public static OpenDataColumn List(string name, string meaning, string table) =>
        new(name, DataType.List, $"{meaning}。CSVとExcelでは表{table}にあります") { Forms = DataForms.Json };

    private static OpenDataColumn Cells(OpenDataColumn column) => column with { Forms = DataForms.Cells };
}
