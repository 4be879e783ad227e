using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>Reads the table with the columns No. | 担当局・区名 | 主な連携先（局・区名） | 事業名等 | 事業概要 | 今後の方向性.</summary>
internal sealed class CollaborationTable(ReportSheet sheet)
{
    private ReportCell? lead;

    public List<PlacedRecord> Records { get; } = [];

    public void Read(ReportRow row)
    {
        sheet.Scope.Budget.SpendRecord();
        var name = row.At(ReportTables.Name);
        var own = new[] { ReportTables.Partners, ReportTables.Name, ReportTables.Outline, ReportTables.Direction }
            .Where(c => row.Own(c) is not null)
            .ToList();
        if (own.Count > 0 || row.Own(ReportTables.Lead) is not { } alone || !FooterText.IsOrNumber(alone.Text))
            lead = row.At(ReportTables.Lead) is { IsBlank: false } given ? given : lead;
        if (own.Count == 0)
            TakeHeading(row);
        else if (own.Count > 1 || !FooterText.IsOrNumber(row.Own(own[0])!.Text))
            ReadCollaboration(row, name!);
    }

    private void ReadCollaboration(ReportRow row, ReportCell name)
    {

        row.Take(CellUse.Record);
        CheckLead();
        CheckPartners(row);
        if (Required(row, ReportTables.Partners) is { } partners && Required(row, ReportTables.Name) is { } title
            && Required(row, ReportTables.Outline) is { } outline && Required(row, ReportTables.Direction) is { } direction)
            Records.Add(sheet.Placed(new Collaboration($"{sheet.Name}!{name.Address}", sheet.SourceOf(row.Range), partners, title,
                outline, direction), row.First));
    }

    // A row may contain only the lead department, for the collaborations in the rows below. Any other text is a note; it is not recorded as
    // used and is therefore reported as not read.
    private void TakeHeading(ReportRow row)
    {
        if (row.Own(ReportTables.Lead) is { } own && LeadIn(own.Text) is not null)
            sheet.Uses.Take(own.Address, CellUse.Heading);
    }

    private void CheckLead()
    {
        if (lead is null || sheet.Context.Department is not { } own)
            return;
        if (LeadIn(lead.Text) is not { } code)
            sheet.Report(lead, Findings.NotInList(ReportTables.Lead.Header, [own.Name], Nearest.Among([own.Name], lead.Text)));
        else if (code != own.Code)
            sheet.Report(lead, Findings.OtherDepartment(own));
    }

    private string? LeadIn(string text) => OneDepartment.In(text, sheet.Context.DepartmentNames);

    private void CheckPartners(ReportRow row)
    {
        if (row.Own(ReportTables.Partners) is { } partners
            && CollaborationSheet.Partners.Read(SheetCell.OfText(OneLine.Of(partners.Text)), sheet.Context).Finding is { } finding)
            sheet.Report(partners, finding);
    }

    private string? Required(ReportRow row, ReportColumn column)
    {
        if (row.At(column) is not { } cell)
            return null;
        if (cell.Cell.IsBlank)
            sheet.Report(cell, Findings.Required(column.Header, column.Example));
        return cell.IsBlank ? null : OneLine.Of(cell.Text);
    }
}
