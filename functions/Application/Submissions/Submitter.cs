using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Submissions;

/// <summary>Who submits (提出する人): the department, or the coordinator for it.</summary>
public sealed record Submitter(string Name, ReviewSide Side)
{
    /// <summary>The coordinator does it for the department.</summary>
    public bool IsOnBehalf => Side == ReviewSide.Coordinator;
}
