namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>A small wrong edit of a file in infra/, as somebody might make it by mistake, and the check that notices it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">The name of the edited file in infra/.</param>
/// <param name="Right">The correct text, which the file contains once.</param>
/// <param name="Wrong">The text that replaces it.</param>
/// <param name="Caught">What notices the fault: the name of a rule, or a diagnostic as `code in file`.</param>
public sealed record Fault(string Name, string File, string Right, string Wrong, string Caught)
{
    /// <summary>The names of other rules that this fault necessarily breaks too.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
