namespace KawasakiServerless.Domain;

/// <summary>Sets the submission as the source of records, and carries older sources forward.</summary>
public static class Sources
{
    public static DepartmentRecords Stamp(this DepartmentRecords records, string submission, string file, DateTimeOffset uploadedAt) =>
        records.Select(r => r with { Source = r.Source with { Submission = submission, File = file, UploadedAt = uploadedAt } });

    /// <summary>
    /// Keeps the sources of current records for new records with equal content, so that one changed cell does not change every page of its
    /// department.
    /// </summary>
    public static DepartmentRecords CarryForward(this DepartmentRecords records, DepartmentRecords current)
    {
        var before = current.All.ToDictionary(r => (r.GetType(), r.Id));
        return records.Select(r => before.TryGetValue((r.GetType(), r.Id), out var old) && r.SaysTheSameAs(old) ? old : r);
    }
}
