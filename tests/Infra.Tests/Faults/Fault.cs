namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>A small wrong edit, as somebody might make it, and what catches it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">In infra/.</param>
/// <param name="Right">What stands there, once.</param>
/// <param name="Wrong">What stands there instead.</param>
/// <param name="Caught">By: the name of a rule, or the code of a diagnostic.</param>
public sealed record Fault(string Name, string File, string Right, string Wrong, string Caught)
{
    /// <summary>Rules that cannot but break as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
