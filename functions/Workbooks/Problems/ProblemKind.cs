using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// A kind of finding (指摘の種類). <see cref="Code"/> never changes, because it is part of the API. All kinds are listed in
/// docs/datasets/problems.md.
/// </summary>
/// <param name="Meaning">One Japanese sentence that says what is wrong.</param>
public sealed record ProblemKind(string Code, Severity Severity, string Meaning)
{
    /// <summary>
    /// Whether staff must confirm the value (確認), optionally with a reason. True for kinds of findings about values that may be typing
    /// errors but may also be correct.
    /// </summary>
    public bool AsksForConfirmation { get; init; }

    internal Finding Say(string message, string remedy) => new(this, message, remedy);
}
