namespace KawasakiServerless.Domain;

/// <summary>What separates two states of a year's report (変更の一覧). The same two reports give the same changes.</summary>
/// <param name="Counts">Of the records that the year has now.</param>
/// <param name="IsFirst">The year was not public before: its counts tell more than a list of everything.</param>
/// <param name="Departments">Codes of those whose records changed, in official order; of a first publication those that reported.</param>
/// <param name="Records">By department, kind and 管理番号; of a first publication none.</param>
public sealed record Changes(
    FiscalYear ReportingYear, RecordCounts Counts, bool IsFirst, EquatableList<string> Departments, EquatableList<RecordChange> Records)
{
    public bool IsEmpty => !IsFirst && Records.Count == 0;

    public int Count(ChangeKind change) => Records.Count(r => r.Change == change);

    /// <param name="before">Null when the year was not public.</param>
    /// <param name="after">The year as it is to be published.</param>
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

    // Two records with one number would be found before a report is composed; were they not, they must not keep the site back.
    private static Dictionary<(RecordKind, string), Record> ById(Report report) =>
        report.Records.All.DistinctBy(Key).ToDictionary(Key);

    private static (RecordKind, string) Key(Record record) => (record.KindOfRecord(), record.Id);
}
