namespace KawasakiServerless.Domain;

/// <summary>A department's submission (提出) that counts, as the report is composed from it.</summary>
/// <param name="Id">Submission id, or the workbook's SHA-256 where nothing was uploaded.</param>
/// <param name="SubmittedAt">Time of upload, or the workbook's own time.</param>
public sealed record DepartmentSubmission(string Department, string Id, DateTimeOffset SubmittedAt, DepartmentRecords Records);
