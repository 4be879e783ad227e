using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

/// <summary>
/// Converts records to table rows and back. This class maps the properties common to all kinds; the <see cref="RecordColumns"/> of a kind
/// map the other properties.
/// </summary>
internal static class RecordEntity
{
    public static TableEntity Of(Record record, string submission, string rowKey)
    {
        var entity = new TableEntity(submission, rowKey)
        {
            ["Id"] = record.Id,
            ["SourceDepartment"] = record.Source.Department,
            ["SourceSubmission"] = record.Source.Submission,
            ["SourceFile"] = record.Source.File,
            ["SourceSheet"] = record.Source.Sheet,
            ["SourceCell"] = record.Source.Cell,
            ["SourceUploadedAt"] = record.Source.UploadedAt,
        };
        if (record.Source.Values.Count > 0)
            entity["SourceValues"] = TextList.Join(record.Source.Values.Select(v => $"{v.Key}={v.Cell}"));
        foreach (var (name, value) in RecordColumns.Of(record.GetRecordKind()).Write(record))
            entity[name] = value;
        return entity;
    }

    public static Record ToRecord(TableEntity row) =>
        RecordColumns.Of(KindOf(row)).Read(row, new(row.Require("Id"), SourceOf(row)));

    // A row key consists of the code of the kind and a number, such as ward-activity-000001.
    private static RecordKind KindOf(TableEntity row)
    {
        var code = row.RowKey[..row.RowKey.LastIndexOf('-')];
        foreach (var kind in RecordKinds.All)
        {
            if (kind.Facts().Code == code)
                return kind;
        }

        throw new InvalidDataException($"Records contains a row of the unknown kind {code}.");
    }

    private static Source SourceOf(TableEntity row) => new(
        row.Require("SourceDepartment"),
        row.Require("SourceSubmission"),
        row.Require("SourceFile"),
        row.Require("SourceSheet"),
        row.Require("SourceCell"),
        row.RequireTime("SourceUploadedAt"))
    {
        Values = row.Text("SourceValues") is null ? [] : [.. TextList.Read(row, "SourceValues").Select(ValueOf)],
    };

    private static ValueCell ValueOf(string written) => written.Split('=') is [var key, var cell] && ValueCell.Parse(key, cell) is { } value
        ? value
        : throw new InvalidDataException($"{written} is not a value with its cell.");
}
