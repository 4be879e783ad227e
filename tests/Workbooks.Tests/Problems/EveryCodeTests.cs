using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Problems;

/// <summary>Requirements for every problem code. A new code is tested automatically.</summary>
public sealed class EveryCodeTests
{
    private static readonly TemplateColumn Figures = FigureKind.ColumnOf(Some.Year.Previous);

    [Fact]
    public void EveryProblemCodeIsInOneOfTheFourLists() => Assert.Equal(
        typeof(ProblemKinds).GetProperties().Select(p => p.GetValue(null)).OfType<ProblemKind>().Select(k => k.Code)
            .Order(StringComparer.Ordinal),
        ProblemKinds.All.Select(k => k.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void NoTwoKindsOfProblemsHaveTheSameCode() =>
        Assert.Equal(ProblemKinds.All.Select(k => k.Code).Distinct(), ProblemKinds.All.Select(k => k.Code));

    // The examples in docs/datasets/problems.md do not count, because they create the findings directly and do not show that a check
    // reports them.
    [Fact]
    public void EveryProblemCodeIsNamedByATest()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Approved.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Select(File.ReadAllText)
            .ToList();

        Assert.Equal([], ProblemKinds.All.Select(k => k.Code).Where(code => !tests.Exists(t => IsNamed(t, code))));
    }

    [Fact]
    public void AHeaderOfPlannedFiguresIsReported() => Assert.Contains(
        "planned-figures K1",
        AskedBook.WithHeader(InitiativeSheet.Layout, Figures, "平成29年度（見込み）").Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void HiddenDecimalsAreReported() => Assert.Contains(
        "digits-hidden K2 52",
        AskedBook.With(InitiativeSheet.Layout, Figures, new(CellKind.Shown, "52", 52.345)).Select(p => $"{p.Code} {p.Cell} {p.Found}"));

    // A test names a code as "code", or as "code B3" in a list of findings with their cells.
    private static bool IsNamed(string test, string code) =>
        test.Contains($"\"{code}\"", StringComparison.Ordinal) || test.Contains($"\"{code} ", StringComparison.Ordinal);
}
