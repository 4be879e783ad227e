namespace KawasakiServerless.Workbooks.Problems;

/// <summary>A kind of value that staff type in several notations, such as a month (年月).</summary>
/// <param name="Problem">The kind of the finding on a cell that cannot be read as such a value.</param>
/// <param name="Name">The Japanese name of the kind, such as 年月.</param>
/// <param name="Advice">How to write a value: one or more Japanese sentences.</param>
internal sealed record ExpectedValue(ProblemKind Problem, string Name, string Advice);
