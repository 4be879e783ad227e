using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;

namespace KawasakiServerless.Application.Audit;

/// <summary>Filter of a query of the audit log (操作の記録の条件). A null property matches every entry.</summary>
public sealed record AuditFilter
{
    public FiscalYear? Year { get; init; }

    /// <summary>Code of the department; null to match every entry.</summary>
    public string? Department { get; init; }

    /// <summary>Any part of the name of the person who performed the operation; null to match every entry.</summary>
    public string? Who { get; init; }

    /// <summary>One of <see cref="AuditKinds.All"/>; null to match every entry.</summary>
    public string? Kind { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Only entries before this time match (exclusive upper bound); null for no upper bound.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool Matches(AuditEntry entry)
    {
        var (year, department) = PlaceOf(entry.To);
        return (Year is null || Year.Year == year)
            && (Department is null || Department == department)
            && (Kind is null || Kind == entry.What)
            && (Who is null || entry.Who.Fold().Contains(Who.Fold(), StringComparison.OrdinalIgnoreCase))
            && !(entry.When < From) && !(entry.When >= Until);
    }

    /// <summary>
    /// Parses the year and the department code from the target of an audit entry: a year (2018), a report (2018-zaisei), a submission
    /// (2018-zaisei-20180801T013000123-9f3ac1), a version of a register (2018 2018-20180801T013000123-9f3ac1), a record (zaisei-0012) or
    /// an indicator (zaisei-0012-2). The year or the department is null if the target does not contain it; the id of a publication contains
    /// neither.
    /// </summary>
    private static (int? Year, string? Department) PlaceOf(string to)
    {
        var parts = to.Split(' ')[0].Split('-');
        var isYear = parts[0].Length == 4 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var department = isYear ? parts.ElementAtOrDefault(1) : parts[0];
        return (isYear ? int.Parse(parts[0], CultureInfo.InvariantCulture) : null, IsCode(department) ? department : null);
    }

    private static bool IsCode(string? text) => !string.IsNullOrEmpty(text) && !text.AsSpan().ContainsAnyExceptInRange('a', 'z');
}

/// <summary>Writes audit entries as CSV, with times in Japan time.</summary>
public static class AuditCsv
{
    public static byte[] Write(IEnumerable<AuditEntry> entries) => Csv.Write(
    [
        ["日時", "人", "操作", "対象", "受付番号"],
        .. entries.Select(e => (string?[])[TimeOf(e), e.Who, LabelOf(e), e.To, SubmissionOf(e)]),
    ]);

    /// <summary>The Japanese label of the operation, as on the screens.</summary>
    public static string LabelOf(AuditEntry entry) => AuditKinds.Label(entry.What) + (entry.IsOnBehalf ? AuditKinds.OnBehalf : "");

    /// <summary>
    /// The id of the submission that the operation concerned; null for none. The entry about a submission itself has that id.
    /// </summary>
    public static string? SubmissionOf(AuditEntry entry) =>
        entry.Submission ?? (SubmissionId.TryParse(entry.Id, out var id) ? id.Value : null);

    private static string TimeOf(AuditEntry entry) => entry.When.InJapan().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
