using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

// The published schema of the open data, member by member. If the meaning of a member changes, it becomes a new member.

/// <summary>出典 of a row. <see cref="UploadedAt"/> is ISO 8601 in Japan time.</summary>
internal sealed record DataSource(string Department, string Submission, string File, string Sheet, string Cell, string UploadedAt)
{
    public static DataSource Of(Record record) => Of(record.Source);

    private static DataSource Of(Source s) => new(s.Department, s.Submission, s.File, s.Sheet, s.Cell, DataTime.Of(s.UploadedAt));
}
