using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The source (出典) of a row of the open data. The properties are published as columns of CSV and Excel and as members of JSON; a property
/// whose meaning changes must be published under a new name. <see cref="UploadedAt"/> is ISO 8601 in Japan time.
/// </summary>
internal sealed record DataSource(string Department, string Submission, string File, string Sheet, string Cell, string UploadedAt)
{
    public static DataSource Of(Record record) => Of(record.Source);

    private static DataSource Of(Source s) => new(s.Department, s.Submission, s.File, s.Sheet, s.Cell, DataTime.Of(s.UploadedAt));
}
