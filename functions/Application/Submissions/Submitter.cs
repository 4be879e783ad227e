using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Submissions;

/// <summary>The person who submits (提出する人), for the department or as the coordinator on its behalf.</summary>
public sealed record Submitter(string Name, ReviewSide Side)
{
    /// <summary>Whether the coordinator submits on behalf of the department.</summary>
    public bool IsOnBehalf => Side == ReviewSide.Coordinator;
}
