namespace KawasakiServerless.Domain;

/// <summary>What was done (取組): a sentence, under a viewpoint and a policy area, with the divisions that did it.</summary>
/// <param name="Divisions">As printed: 健康福祉局地域包括ケア推進室.</param>
public sealed record Initiative(string Id, Source Source, int Viewpoint, string PolicyArea, EquatableList<string> Divisions, string Text)
    : Record(Id, Source);
