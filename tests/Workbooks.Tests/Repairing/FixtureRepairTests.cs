using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Tests.Reading;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>
/// The corrections that are proposed for workbooks with one fault (Fixtures/nasty), and for those that other programs misread
/// (Fixtures/cases).
/// </summary>
public sealed class FixtureRepairTests
{
    private static readonly Dictionary<string, DepartmentRecords> Accepted = new[] { "byoin", "takatsu", "kenkofukushi" }.ToDictionary(
        d => d, d => Some.Read(Some.Sample(d), d).Records);

    private static readonly Lazy<RepairedFixture[]> All = new(() => [.. Nasty(), .. Cases()]);

    [Fact]
    public void TheProposalsForTheFixturesMatchTheApprovedText() => Approved.Matches(
        string.Concat(All.Value.SelectMany(f => f.Proposals,
            (f, p) => $"{f.Name} {p.Sheet}!{p.Cell} {p.Code} {p.Label}：「{Shown(p.Old)}」→「{Shown(p.New.Text)}」\n")),
        "tests",
        "Workbooks.Tests",
        "Repairing",
        "FixtureRepairs.approved.txt");

    private static string Shown(string text) => text.Length > 60 ? $"{text[..60]}…" : text.Replace("\n", "⏎", StringComparison.Ordinal);

    private static IEnumerable<RepairedFixture> Nasty() =>
        NastyWorkbookTests.Table.Select(row => Repaired($"nasty/{row[0]}", (string)row[1]));

    private static IEnumerable<RepairedFixture> Cases() =>
        Directory.EnumerateFiles(Path.Combine(Some.PathOf("Fixtures"), "cases"), "*.xlsx", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Some.PathOf("Fixtures"), f)).Order(StringComparer.Ordinal).Select(f => Repaired(f, null));

    private static RepairedFixture Repaired(string file, string? department)
    {
        var book = Some.Fixture(file);
        var request = new WorkbookRequest(Some.Register, Some.Year, department)
        {
            Known = department is null ? DepartmentRecords.Empty
            : Accepted[department]
        };
        return new(file, request, book, Repairs.Propose(book, request, CancellationToken.None));
    }

    private sealed record RepairedFixture(string Name, WorkbookRequest Request, byte[] Book, EquatableList<RepairProposal> Proposals);
}
