namespace KawasakiServerless.Domain;

/// <summary>
/// An entry of the cross-department collaboration list: its number, the collaboration, and the partners parsed from its text.
/// </summary>
public sealed record ListedCollaboration(int Number, Collaboration Collaboration, PartnerList Partners);
