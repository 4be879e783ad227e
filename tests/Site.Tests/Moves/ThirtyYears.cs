using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Thirty reporting years, made up: every year departments are renamed, merged, split, abolished or founded, some keep their code and some
/// do not; records pass to their successors, are left out and come back.
/// </summary>
internal sealed class ThirtyYears
{
    private const string Coordinator = "toku";

    private static readonly string[] Areas = ["elderly", "health", "children", "housing", "other"];

    private readonly List<Report> reports = [];
    private Register register = Register.Of2018 with
    {
        Coordinator = Coordinator,
        Departments = [Named(Coordinator, 0), New(1), New(2), New(3)]
    };
    private List<(RecordId Id, string Owner)> records = [];
    private int founded = 3;

    private ThirtyYears()
    {
        for (var n = 0; n < 30; n++)
            Add(n);
    }

    /// <summary>The reports of the thirty years, the oldest first.</summary>
    public static IReadOnlyList<Report> Reports { get; } = new ThirtyYears().reports;

    private IReadOnlyList<Department> Others => [.. register.Departments.Where(d => d.Code != Coordinator)];

    private void Add(int n)
    {
        var year = FiscalYear.Of(2018 + n);
        if (n > 0)
            Change(n, year);
        records.AddRange(
            register.Departments.SelectMany(d => new[] { n + 1, 500 + n }, (d, number) => (new RecordId(d.Code, number), d.Code)));
        reports.Add(Report.Compose(year, register, register.Departments.Select(d => SubmissionOf(d, n))));
    }

    // Every ten years, there are two mergers and two splits. In one of each, an existing department continues under its code; in the other,
    // all resulting departments are new.
    private void Change(int n, FiscalYear year)
    {
        var (others, stays) = (Others, n % 10 > 5);
        switch (n % 5)
        {
            case 0: register = register with { Departments = [.. register.Departments, New(++founded)] }; break;
            case 1:
                Apply(new Reorganisation.Rename(others[0].Code,
                new($"新{others[0].Name}", $"しん{others[0].Kana}", $"New {others[0].English}")), year, [others[0].Code]); break;
            case 2: Merge(others[0], others[1], stays ? others[0] : New(++founded), year); break;
            case 3: Split(others[0], stays ? others[0] : New(++founded), New(++founded), year); break;
            default: Apply(new Reorganisation.Abolish(others[^1].Code), year, []); break;
        }
    }

    private void Merge(Department first, Department second, Department into, FiscalYear year) =>
        Apply(new Reorganisation.Merge([first.Code, second.Code], into), year, [into.Code]);

    private void Split(Department department, Department first, Department second, FiscalYear year) =>
        Apply(new Reorganisation.Split(department.Code, [first, second]), year, [first.Code, second.Code]);

    private void Apply(Reorganisation change, FiscalYear year, string[] successors)
    {
        var (draft, findings) = Reorganised.By(register, change, year);
        Assert.Empty(findings);
        register = draft;
        var concerned = records.Where(r => successors.Contains(r.Owner) || draft.FindDepartment(r.Owner) is null).ToHashSet();
        records = [.. records.Where(r => !concerned.Contains(r)), .. concerned.Where(_ => successors.Length > 0)
            .Select(r => (r.Id, successors[r.Id.Number % successors.Length]))];
    }

    // A department leaves out a record in every fourth year, and does not report it any more after eight years.
    private DepartmentSubmission SubmissionOf(Department department, int n)
    {
        var source = Some.Source with { Department = department.Code };
        var reported = records.Where(r => r.Owner == department.Code && n - (r.Id.Number % 500) < 8 && (n - (r.Id.Number % 500)) % 4 != 2)
            .Select(r => r.Id);
        return new(department.Code, source.Submission, Some.UploadedAt,
            DepartmentRecords.Of([.. reported.SelectMany(id => RecordsOf(id, source))]));
    }

    private IEnumerable<Record> RecordsOf(RecordId id, Source source) => id.Number >= 500
        ? [new Collaboration($"{id}", source, Others[^1].Name, $"連携{id}", "概要", "方向性")]
        :
        [
            new Initiative($"{id}", source, (id.Number % 5) + 1, Areas[id.Number / 5 % 5], [], $"取組{id}"),
            new Indicator($"{id}-1", source, $"{id}", $"回数{id}", null, "回", false, [Some.Figure(2018, id.Number)], []),
        ];

    private static Department New(int number) => Named($"kyoku{(char)('a' + number)}", number);

    // Every third department is a ward.
    private static Department Named(string code, int number) => number % 3 != 1
        ? new(number + 1, code, $"第{number}局", "だいきょく", $"Bureau {number}", DepartmentKind.Bureau, null, [])
        : new(number + 1, code, $"第{number}区役所", "だいくやくしょ", $"Ward Office {number}", DepartmentKind.Ward, $"第{number}区", []);
}
