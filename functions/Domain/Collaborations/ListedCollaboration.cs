namespace KawasakiServerless.Domain;

/// <summary>A line of the cross-department collaboration list: its number, and its partners as parsed from the text.</summary>
public sealed record ListedCollaboration(int Number, Collaboration Collaboration, PartnerList Partners);
