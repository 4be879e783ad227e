using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>Reads tables with the columns 施策等 | これまでの主な取組 | 課題と今後の方向性, under a heading 視点N「…」.</summary>
internal sealed class ViewpointTable(ReportSheet sheet)
{
    private static readonly char[] Brackets = [.. "「」【】■●◆"];

    private readonly List<AreaBlock> blocks = [];

    // Blocks whose policy area or viewpoint is unknown. Their initiatives and directions are parsed only to report problems; the records
    // are discarded.
    private readonly List<AreaBlock> strays = [];
    private int? viewpoint;
    private AreaBlock? current;
    private bool isUnderUnknownViewpoint;

    /// <summary>
    /// Reads the viewpoint of the following rows from a heading that contains its number, such as 視点1「…」, or only its title. Returns false
    /// if the row contains no such heading.
    /// </summary>
    public bool TakeHeading(SheetRow row) => TakeHeading(row, int.MaxValue);

    /// <summary>
    /// Reads the viewpoint from a heading below a table's header. There only the first cell can be a heading, because items in the other
    /// cells may mention a viewpoint. Returns false if the first cell is no such heading.
    /// </summary>
    public bool TakeHeadingInTable(SheetRow row) => TakeHeading(row, 1);

    /// <summary>
    /// Reads the viewpoint from a cell beside the columns of the table, as in a column 視点 of its own. The rest of the row is a row of the
    /// table.
    /// </summary>
    public void TakeBeside(SheetRow row, ReportHeader header)
    {
        var beside = sheet.Written(row).FirstOrDefault(c => !header.Columns.Values.Contains(c.Address.Column));
        if (beside is not { Cell.Kind: CellKind.Text } cell || cell.Text.Length > 100 || ViewpointIn(cell.Text) is not { } number)
            return;
        sheet.Uses.Take(cell.Address, CellUse.Heading);
        if (viewpoint != number)
            (viewpoint, current, isUnderUnknownViewpoint) = (number, null, false);
    }

    private bool TakeHeading(SheetRow row, int cells)
    {
        foreach (var cell in sheet.Written(row).Take(cells).Where(c => c is { Cell.Kind: CellKind.Text, Text.Length: <= 100 }))
        {
            if (ViewpointIn(cell.Text) is not { } number)
                continue;
            (viewpoint, current, isUnderUnknownViewpoint) = (number, null, false);
            UseHeading(row, number);
            return true;
        }

        return false;
    }

    // Marks all cells of the heading as read, because number and title may be in separate cells, as in 視点1 | 「意識の醸成と参加・活動の促進」.
    private void UseHeading(SheetRow row, int number)
    {
        foreach (var cell in sheet.Written(row).Where(c => c.Text.Length <= 100 && ViewpointIn(c.Text) == number))
            sheet.Uses.Take(cell.Address, CellUse.Heading);
    }

    public void Read(ReportRow row)
    {
        var (area, initiatives, directions) = (row.At(ReportTables.Area), row.ItemsIn(ReportTables.Initiatives),
            row.ItemsIn(ReportTables.Directions));
        if (area is { IsBlank: false } && !(initiatives is null && directions is null && IsNoArea(area)))
            ReadArea(area);
        if (initiatives is null && directions is null)
            return;
        if (current is null)
        {
            sheet.Report((area ?? initiatives ?? directions)!, Findings.RequiredChoice(ReportTables.Area.Header, Areas()));
            current = Stray();
        }

        foreach (var cell in new[] { initiatives, directions }.OfType<ReportCell>())
            sheet.Uses.Take(cell.Address, CellUse.Record);
        current.Add(initiatives, directions);
    }

    // Whether a cell alone in its row contains something other than a policy area.
    private bool IsNoArea(ReportCell cell)
    {
        if (NoEntry.Is(cell.Cell))
            sheet.Uses.Take(cell.Address, CellUse.Heading);
        else if (TotalsRows.IsTotal(cell.Cell))
            sheet.ReportUnread(cell, RecordFindings.TotalsRow());
        else if (FooterText.IsOrNumber(cell.Text))
            sheet.ReportUnread(cell, FileFindings.FooterNotRead());
        else
            return false;
        return true;
    }

    public IEnumerable<PlacedRecord> Records()
    {
        foreach (var stray in strays)
            _ = stray.Records().Count();
        return blocks.SelectMany(b => b.Records());
    }

    private List<string> Areas() => [.. sheet.Context.Register.PolicyAreas.Select(a => a.Name)];

    private AreaBlock Stray()
    {
        strays.Add(new(sheet, viewpoint ?? 0, ""));
        return strays[^1];
    }

    // A cell may contain only divisions, because a page break separated it from the cell with the policy area. The divisions then belong to
    // the policy area above.
    private void ReadArea(ReportCell cell)
    {
        var (name, named) = AreaText.Read(cell.Text);
        var divisions = named.Where(d => AreaNamed(d) is null).ToList();
        if (divisions.Count < named.Count)
            sheet.Report(cell, Findings.SeveralAreas(ReportTables.Area.Header, name));
        if (name.Length > 0)
            current = BlockOf(name, cell) ?? Stray();
        if (current is not null)
            sheet.Uses.Take(cell.Address, CellUse.Heading);
        var read = SharedColumns.Divisions.Read(SheetCell.OfText(Divisions.Format(divisions)), sheet.Context);
        current?.AddDivisions(read.Value ?? [], cell);
        if (read.Finding is { } unknown)
            sheet.Report(cell, unknown);
    }

    private AreaBlock? BlockOf(string name, ReportCell cell)
    {
        if (viewpoint is not { } number)
        {
            if (!isUnderUnknownViewpoint)
                sheet.Report(cell, Findings.ViewpointUnknown(ViewpointIn(sheet.Name) is { } likely ? $"視点{likely}" : "視点1"));
            isUnderUnknownViewpoint = true;
            return null;
        }

        if (AreaNamed(name) is not { } area)
        {
            sheet.Report(cell, Findings.NotInList(ReportTables.Area.Header, Areas(), Nearest.Among(Areas(), name)));
            return null;
        }

        if (blocks.Find(b => b.Viewpoint == number && b.PolicyArea == area.Code) is { } known)
            return known;
        blocks.Add(new(sheet, number, area.Code));
        return blocks[^1];
    }

    private PolicyArea? AreaNamed(string name) =>
        ChoiceNumber.Without(TemplateColumn.FoldHeader(name).Trim(Brackets)) is var folded
            ? sheet.Context.Register.PolicyAreas.FirstOrDefault(a => TemplateColumn.FoldHeader(a.Name) == folded)
            : null;

    private int? ViewpointIn(string text)
    {
        var folded = TemplateColumn.FoldHeader(text);
        var (number, titled) = (ViewpointText.NumberOfHeading(folded), ViewpointText.Plain(folded.Trim(Brackets)));
        return sheet.Context.Register.Viewpoints.FirstOrDefault(v =>
            number == v.Number.ToString(CultureInfo.InvariantCulture) || IsTitle(titled, v))?.Number;
    }

    // The short title alone may be any other text.
    private static bool IsTitle(string text, Viewpoint viewpoint) =>
        text == TemplateColumn.FoldHeader(viewpoint.Title)
        || new[] { viewpoint.Title, viewpoint.ShortName }.Any(t => text == TemplateColumn.FoldHeader($"{viewpoint.Number}{t}"));
}
