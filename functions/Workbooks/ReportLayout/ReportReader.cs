using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Passes each row of a sheet in the report layout (that of the printed 2018 report) to the reader of the table to which the row belongs,
/// and then to ReportRest for the cells outside the table's columns.
/// </summary>
internal sealed class ReportReader(ReportSheet sheet)
{
    private readonly ViewpointTable viewpoints = new(sheet);
    private readonly CollaborationTable collaborations = new(sheet);
    private readonly WardTable wards = new(sheet);
    private ReportHeader? header;
    private int headerRow;
    private ReportRest? rest;

    public IEnumerable<PlacedRecord> Records() => viewpoints.Records().Concat(collaborations.Records).Concat(wards.Records);

    public void Take(SheetRow row)
    {
        if (sheet.HeaderIn(row) is { } next)
            TakeHeader(next, row);
        else if (row.Number == headerRow + 1 && header?.WithYears([.. sheet.Written(row)]) is { } withYears)
            TakeHeader(withYears, row);
        else if (TakeHeading(row))
            sheet.ReportHidden(row);
        else if (header is not null)
            Read(row, header);
        rest?.Take(row);
    }

    private void TakeHeader(ReportHeader next, SheetRow row)
    {
        (header, headerRow) = (sheet.Complete(next, row.Number), row.Number);
        rest = new(sheet, header ?? next) { IsRefused = header is null };
        rest.TakeHeader(row);
        wards.TakeHeader(row, next);
    }

    private bool TakeHeading(SheetRow row) => header is null
        ? viewpoints.TakeHeading(row) || wards.TakeHeading(row)
        : (!HoldsRow(row, header) && viewpoints.TakeHeadingInTable(row)) || (header.Table.IsOfWards && wards.TakeHeading(row));

    // Whether a row of the table of viewpoints begins outside its columns, but also has an initiative or a direction, so that it is not
    // only a heading.
    private bool HoldsRow(SheetRow row, ReportHeader under) =>
        under.Table == ReportTables.OfViewpoint && !under.Columns.Values.Contains(row.Cells[0].Column)
            && sheet.Written(row).Any(c => under.Columns.Any(o => o.Key != ReportTables.Area && o.Value == c.Address.Column));

    private void Read(SheetRow row, ReportHeader under)
    {
        sheet.ReportHidden(row);
        if (under.Table == ReportTables.OfViewpoint)
            viewpoints.TakeBeside(row, under);
        if (StruckRow.In(row, [.. under.Columns.Values]) is { } struck)
            sheet.Report(sheet.At(struck.Row, struck.Column), TextFindings.RowStruckOut());
        else
            Read(new ReportRow(sheet, row.Number, headerRow, under.Columns), under.Table);
    }

    private void Read(ReportRow row, ReportTable table)
    {
        if (table == ReportTables.OfViewpoint)
            viewpoints.Read(row);
        else if (table == ReportTables.OfCollaborations)
            collaborations.Read(row);
        else
            wards.Read(row);
    }
}
