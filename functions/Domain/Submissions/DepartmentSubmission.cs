namespace KawasakiServerless.Domain;

/// <summary>A department's submission (提出) in effect, from which the report is composed.</summary>
/// <param name="Id">Submission id; the SHA-256 of the workbook if it was not uploaded.</param>
/// <param name="SubmittedAt">Time of the upload; the workbook's own time if it was not uploaded.</param>
public sealed record DepartmentSubmission(string Department, string Id, DateTimeOffset SubmittedAt, DepartmentRecords Records);
