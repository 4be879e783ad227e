namespace KawasakiServerless.Domain;

/// <summary>A line of the cross-department collaboration list: its number, and its partners as read from what was written.</summary>
public sealed record ListedCollaboration(int Number, Collaboration Collaboration, PartnerList Partners);
