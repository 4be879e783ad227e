namespace KawasakiServerless.Domain;

/// <summary>
/// Ensures that two departments of a report never use the same record id (管理番号). After a department is split, both successors may submit
/// the same record of their predecessor. The check of a workbook rejects an id that the other successor already reports, but two workbooks
/// that are checked at the same time both pass.
/// </summary>
internal static class SharedNumbers
{
    /// <param name="submissions">The submissions in the official order of their departments. If several contain the same id, the first one
    /// keeps it; in the others, the record gets a new number of the department that submitted it.</param>
    public static EquatableList<DepartmentSubmission> Resolve(EquatableList<DepartmentSubmission> submissions)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var reported = submissions.SelectMany(s => NumbersOf(s.Records)).ToList();
        List<DepartmentSubmission> resolved = [];
        foreach (var submission in submissions)
        {
            var shared = NumbersOf(submission.Records)
                .Where(id => taken.Contains(id) && RecordId.TryParse(id, out _)).ToHashSet(StringComparer.Ordinal);
            var own = shared.Count == 0 ? submission : submission with { Records = Renumber(submission, shared, reported) };
            taken.UnionWith(NumbersOf(own.Records));
            resolved.Add(own);
        }

        return [.. resolved];
    }

    private static IEnumerable<string> NumbersOf(DepartmentRecords records) => records.All.Where(r => r is not Indicator).Select(r => r.Id);

    // A new number is higher than that of every reported id of the department, because another department may report an id that it
    // inherited from this one.
    private static DepartmentRecords Renumber(DepartmentSubmission submission, HashSet<string> shared, List<string> reported)
    {
        var last = reported
            .Max(id => RecordId.TryParse(id, out var own) && own.Department == submission.Department ? own.Number : 0);
        var fresh = shared.Order(StringComparer.Ordinal)
            .ToDictionary(id => id, _ => new RecordId(submission.Department, ++last).ToString(), StringComparer.Ordinal);
        return submission.Records.Select(r => Renumber(r, fresh));
    }

    private static Record Renumber(Record record, Dictionary<string, string> fresh) => record switch
    {
        Indicator indicator when fresh.TryGetValue(indicator.Initiative, out var initiative) =>
            indicator with { Id = RecordId.OfIndicator(initiative, RecordId.IndicatorNumber(indicator.Id)), Initiative = initiative },
        Indicator => record,
        _ => fresh.TryGetValue(record.Id, out var id) ? record with { Id = id } : record,
    };
}
