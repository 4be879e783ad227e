namespace KawasakiServerless.Domain;

/// <summary>
/// The differences between two states of a year's report (変更の一覧). Deterministic: the same two reports always yield the same changes.
/// </summary>
/// <param name="Counts">How many records the later report has, by kind.</param>
/// <param name="IsFirst">Whether the year is published for the first time. Readers are then shown the counts instead of a list of all
/// records.</param>
/// <param name="Departments">Codes of the departments whose records changed, in official order; for a first publication, codes of the
/// departments that reported at least one record.</param>
/// <param name="Records">The changed records, sorted by department, kind and id (管理番号); empty for a first publication.</param>
public sealed record Changes(
    FiscalYear ReportingYear, RecordCounts Counts, bool IsFirst, EquatableList<string> Departments, EquatableList<RecordChange> Records)
{
    public bool IsEmpty => !IsFirst && Records.Count == 0;

    public int Count(ChangeKind change) => Records.Count(r => r.Change == change);

    /// <param name="before">The published report; null if the year was not public.</param>
    /// <param name="after">The report that is to be published.</param>
    public static Changes Between(Report? before, Report after) => before is null ? First(after) : Of(before, after);

    private static Changes First(Report report) => new(
        report.ReportingYear, report.Records.Counts, IsFirst: true,
        [.. report.Submissions.Where(s => s.Records.All.Any()).Select(s => s.Department)], []);

    private static Changes Of(Report before, Report after)
    {
        var (old, now) = (ById(before), ById(after));
        var changes = now.Keys.Concat(old.Keys.Where(k => !now.ContainsKey(k)))
            .Select(key => new Comparison(before, old.GetValueOrDefault(key), after, now.GetValueOrDefault(key)).Change())
            .OfType<RecordChange>()
            .ToList();
        var order = changes.Select(c => c.Place.Department).Distinct()
            .OrderBy(code => after.Register.FindDepartment(code)?.Order ?? int.MaxValue).ThenBy(code => code, StringComparer.Ordinal)
            .ToList();
        return new(after.ReportingYear, after.Records.Counts, IsFirst: false, [.. order], [.. changes
            .OrderBy(c => order.IndexOf(c.Place.Department))
            .ThenBy(c => c.Kind)
            .ThenBy(c => c.Place.Initiative ?? c.Id, StringComparer.Ordinal)
            .ThenBy(c => c.Id.Length)
            .ThenBy(c => c.Id, StringComparer.Ordinal)]);
    }

    // Report.Compose has already replaced duplicate ids (see SharedNumbers). If a duplicate remains nevertheless, DistinctBy drops it.
    // Otherwise ToDictionary would throw, and one bad record would block the publication of the whole site.
    private static Dictionary<(RecordKind, string), Record> ById(Report report) =>
        report.Records.All.DistinctBy(Key).ToDictionary(Key);

    private static (RecordKind, string) Key(Record record) => (record.GetRecordKind(), record.Id);
}
