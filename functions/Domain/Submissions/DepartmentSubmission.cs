namespace KawasakiServerless.Domain;

/// <summary>
/// A department's submission in effect (提出) with its records. A year's report is composed of one such submission per department.
/// </summary>
/// <param name="Id">Id of the submission; the SHA-256 of the workbook if a site is built from a folder without uploads.</param>
/// <param name="SubmittedAt">Time of the upload; the time stored in the workbook if a site is built from a folder without uploads.</param>
public sealed record DepartmentSubmission(string Department, string Id, DateTimeOffset SubmittedAt, DepartmentRecords Records);
