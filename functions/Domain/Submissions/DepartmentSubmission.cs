namespace KawasakiServerless.Domain;

/// <summary>
/// A department's submission in effect (提出) with its records. A year's report is composed of one such submission per department.
/// </summary>
/// <param name="Id">Id of the submission; the SHA-256 of the workbook if a site is built from a folder without uploads.</param>
/// <param name="SubmittedAt">Time of the upload; if a site is built from a folder without uploads, the time when the workbook was last
/// modified. Not set (the default value) in a report that is composed again from stored records, for example to compare it with a later
/// one.</param>
public sealed record DepartmentSubmission(string Department, string Id, DateTimeOffset SubmittedAt, DepartmentRecords Records);
