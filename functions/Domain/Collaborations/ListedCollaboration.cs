namespace KawasakiServerless.Domain;

/// <summary>
/// A row of the cross-department collaboration list: its number, the collaboration, and the partners parsed from the collaboration's text
/// 主な連携先.
/// </summary>
public sealed record ListedCollaboration(int Number, Collaboration Collaboration, PartnerList Partners);
