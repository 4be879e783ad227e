using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data tables of collaborations (連携取組) and of their partners.</summary>
internal static class CollaborationTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("collaborations", "連携取組", "1行が1つの連携取組です。",
            [
                new("no", DataType.WholeNumber, "一覧の番号") { Unit = "番" }, Id, Code("leadCode", "主管の局・区の符号", "departments"),
                Name("lead", "主管の局・区"),
                List("partnerCodes", "名前の挙がる連携先の符号", "collaboration-partners"), List("partners", "名前の挙がる連携先", "collaboration-partners"),
                Flag("everyBureau", "全局かどうか"), Flag("everyWard", "区役所すべてかどうか"), Flag("andOthers", "等と書かれているか"),
                Sentence("partnersText", "連携先の記載のまま"),
                Sentence("name", "事業名"), Sentence("outline", "事業概要"), Sentence("direction", "今後の方向性"), .. OpenDataColumns.Source,
            ]),
            CollaborationData.AllOf,
            report => CollaborationData.AllOf(report).Select(CollaborationRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile("collaboration-partners", "連携取組の連携先", "1行が1つの連携取組の1つの連携先です。",
                [Key("collaboration", "連携取組の管理番号"), Order, Code("partnerCode", "連携先の局・区の符号", "departments"), Name("partner", "連携先の局・区")]),
            report => CollaborationData.AllOf(report).SelectMany(CollaborationPartner.Of)),
    ];
}

internal sealed record CollaborationData(
    int No,
    string Id,
    string LeadCode,
    string Lead,
    IEnumerable<string> PartnerCodes,
    IEnumerable<string> Partners,
    bool EveryBureau,
    bool EveryWard,
    bool AndOthers,
    string PartnersText,
    string Name,
    string Outline,
    string Direction,
    DataSource Source)
{
    public static IEnumerable<CollaborationData> AllOf(Report report) => report.Collaborations.Select(c => Of(c, report.Register));

    private static CollaborationData Of(ListedCollaboration listed, Register register)
    {
        var (c, partners) = (listed.Collaboration, listed.Partners);
        return new(
            listed.Number,
            c.Id,
            c.Lead,
            register.Department(c.Lead).Name,
            partners.Departments,
            partners.Departments.Select(code => register.Department(code).Name),
            partners.EveryBureau,
            partners.EveryWard,
            partners.AndOthers,
            c.PartnersText,
            c.Name,
            c.Outline,
            c.Direction,
            DataSource.Of(c));
    }
}

internal sealed record CollaborationRow(
    int No,
    string Id,
    string LeadCode,
    string Lead,
    bool EveryBureau,
    bool EveryWard,
    bool AndOthers,
    string PartnersText,
    string Name,
    string Outline,
    string Direction,
    DataSource Source)
{
    public static CollaborationRow Of(CollaborationData c) =>
        new(c.No, c.Id, c.LeadCode, c.Lead, c.EveryBureau, c.EveryWard, c.AndOthers, c.PartnersText, c.Name, c.Outline, c.Direction,
            c.Source);
}

internal sealed record CollaborationPartner(string Collaboration, int Order, string PartnerCode, string Partner)
{
    public static IEnumerable<CollaborationPartner> Of(CollaborationData c) =>
        c.PartnerCodes.Zip(c.Partners).Select((p, at) => new CollaborationPartner(c.Id, at + 1, p.First, p.Second));
}
