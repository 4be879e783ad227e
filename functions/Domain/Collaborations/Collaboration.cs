namespace KawasakiServerless.Domain;

/// <summary>A project of a lead department with partners (連携取組). The lead is the department that reports it.</summary>
/// <param name="PartnersText">主な連携先 as written: 健康福祉局、区役所等.</param>
/// <param name="Outline">事業概要.</param>
/// <param name="Direction">今後の方向性.</param>
public sealed record Collaboration(string Id, Source Source, string PartnersText, string Name, string Outline, string Direction)
    : Record(Id, Source)
{
    public string Lead => Source.Department;
}

/// <summary>A line of the cross-department collaboration list: its number, and its partners as read from what was written.</summary>
public sealed record ListedCollaboration(int Number, Collaboration Collaboration, PartnerList Partners);
