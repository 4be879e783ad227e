namespace KawasakiServerless.Domain;

/// <summary>
/// Sets the <see cref="Source"/> of the records of a submission. The source of a new or changed record refers to this submission; an
/// unchanged record keeps the source that it had before.
/// </summary>
public static class Sources
{
    public static DepartmentRecords Stamp(this DepartmentRecords records, string submission, string file, DateTimeOffset uploadedAt) =>
        records.Select(r => r with { Source = r.Source with { Submission = submission, File = file, UploadedAt = uploadedAt } });

    /// <summary>
    /// Replaces each new record whose content equals that of a current record by the current one, which has the earlier source. Pages show
    /// sources. If all records got the new submission as their source, one changed cell would change every page of its department.
    /// </summary>
    public static DepartmentRecords CarryForward(this DepartmentRecords records, DepartmentRecords current)
    {
        var before = current.All.ToDictionary(r => (r.GetType(), r.Id));
        return records.Select(r => before.TryGetValue((r.GetType(), r.Id), out var old) && r.HasSameContentAs(old) ? old : r);
    }
}
