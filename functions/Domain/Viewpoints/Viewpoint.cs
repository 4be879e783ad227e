namespace KawasakiServerless.Domain;

/// <summary>One of the five viewpoints (視点) of the city's programme for community-based integrated care.</summary>
/// <param name="PolicyAreas">Codes of the policy areas under the viewpoint, in the order of the paper report.</param>
public sealed record Viewpoint(int Number, string Title, string ShortName, EquatableList<string> PolicyAreas);

/// <summary>A policy area (施策), such as 高齢者施策 (policies for the elderly), which has the code elderly.</summary>
public sealed record PolicyArea(string Code, string Name);
