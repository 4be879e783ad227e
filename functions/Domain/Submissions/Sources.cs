namespace KawasakiServerless.Domain;

/// <summary>Stamps records with the submission they came with, and carries older sources forward.</summary>
public static class Sources
{
    public static DepartmentRecords Stamp(this DepartmentRecords records, string submission, string file, DateTimeOffset uploadedAt) =>
        records.Select(r => r with { Source = r.Source with { Submission = submission, File = file, UploadedAt = uploadedAt } });

    /// <summary>
    /// Records that say the same as the current ones keep those records' sources, so that one changed cell does not touch every page of its
    /// department.
    /// </summary>
    public static DepartmentRecords CarryForward(this DepartmentRecords records, DepartmentRecords current)
    {
        var before = current.All.ToDictionary(r => (r.GetType(), r.Id));
        return records.Select(r => before.TryGetValue((r.GetType(), r.Id), out var old) && r.SaysTheSameAs(old) ? old : r);
    }
}
