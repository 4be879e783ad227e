namespace KawasakiServerless.Domain;

/// <summary>Where a policy area goes next (課題と今後の方向性).</summary>
public sealed record Direction(string Id, Source Source, int Viewpoint, string PolicyArea, EquatableList<string> Divisions, string Text)
    : Record(Id, Source);
