using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>A sheet in the report layout: tables under one another, their headers repeated by page breaks, headings between them.</summary>
internal sealed class ReportSheet(Sheet sheet, SheetPlace place, WorkbookScope scope)
{
    private const int LastHeaderRow = 30;

    private static readonly ReportTable[] Tables = [ReportTables.OfCollaborations, ReportTables.OfViewpoint, ReportTables.OfWards];

    public RunningText RunningText { get; } = new(new PlaceNames(scope.Context.Register));

    public string Name => place.Name;

    public SheetPlace Place => place;

    public WorkbookScope Scope => scope;

    public LayoutContext Context => scope.Context;

    /// <summary>Whether something was found wrong on it, and so something was written.</summary>
    public bool HasProblems { get; private set; }

    public static bool IsIn(Sheet sheet, Register register) =>
        sheet.Rows.TakeWhile(r => r.Number <= LastHeaderRow).Any(r => HeaderIn(r, WardTable.PlaceOf(sheet.Name, register)) is not null);

    /// <summary>The records of every table on the sheet; what is wrong with them is reported.</summary>
    public IReadOnlyList<PlacedRecord> ReadRecords()
    {
        var tables = new TableReaders(this);
        foreach (var row in sheet.Rows)
        {
            scope.Budget.Look();
            tables.Take(row);
        }

        Action<Record, Column, Finding> report = Report;
        return [.. tables.Records().Select(r => new PlacedRecord(r, report))];
    }

    /// <summary>The cell whose value counts at a place: for merged cells the first of them.</summary>
    public ReportCell At(int row, int column)
    {
        var owner = sheet.Owner(new(row, column));
        if (owner.Column != column)
            return new(new(row, column), default);
        var cell = sheet.At(owner);
        var faults = scope.Faults.Of(cell);
        return new(owner, faults.Clean(cell)) { Faults = faults };
    }

    public Source SourceOf(string range) => Source.Read(Context.Department?.Code ?? "", place.Name, range);

    public void Report(ReportCell cell, Finding finding)
    {
        HasProblems = true;
        scope.Log.Add(finding, place, cell.Address, cell.Cell);
    }

    /// <param name="said">The item of the cell that the finding is about.</param>
    public void Report(ReportCell cell, Finding finding, string said)
    {
        HasProblems = true;
        scope.Log.Add(finding with { Remedy = finding.RemedyInText ?? finding.Remedy, IsAboutPlace = false }, place, cell.Address, Cell.OfText(said));
    }

    private void Report(Record record, Column column, Finding finding)
    {
        if (CellAddress.TryParse(record.Source.Cell.AsSpan(0, (record.Source.Cell + ":").IndexOf(':', StringComparison.Ordinal)), out var address))
            Report(new(address, sheet.At(address)), finding, SaidIn(record));
    }

    private static string SaidIn(Record record) => record switch
    {
        Indicator indicator => string.Join('　', new[] { indicator.Name, indicator.Group }.OfType<string>()),
        Initiative initiative => initiative.Text,
        Direction direction => direction.Text,
        _ => "",
    };

    /// <param name="place">The ward that the sheet's name says; null for none.</param>
    private static ReportHeader? HeaderIn(SheetRow row, Place? place)
    {
        var headers = ReportTable.HeadersIn(row);
        if (headers.Count < 2)
            return null;
        var found = Tables.Select(t => t.Match(headers)).FirstOrDefault(h => h is not null);
        return found is null && place is not null && !headers.Exists(h => h.Text == WardActivitySheet.Ward.FoldedHeader) ? OfOneWard(headers) : found;
    }

    // A word that ends with 取組 is in many a cell.
    private static ReportHeader? OfOneWard(List<WrittenHeader> headers) =>
        ReportTables.OfOneWard.Match(headers) is { Columns.Count: > 1 } header ? header : null;

    /// <summary>Reports the column that is missing. Where another stands that is probably it, it is read for what is wrong in it.</summary>
    private ReportHeader? Complete(ReportHeader header, int row)
    {
        foreach (var (column, hidden) in header.Columns.Where(c => sheet.Hidden.HasColumn(c.Value) && sheet.LastRowOf(c.Value) > row))
            Report(At(row, hidden), FileFindings.HiddenColumn(column.Header));
        if (header.Missing is not { } missing)
            return header;
        var (first, last) = (header.Columns.Values.Min(), header.Columns.Values.Max());
        var at = Enumerable.Range(first, last - first + 2).FirstOrDefault(c => !header.Columns.Values.Contains(c) && sheet.LastRowOf(c) > row);
        Report(At(row, at > 0 ? at : first), Missing(missing.Header, row, at));
        return at > 0 ? header with { Columns = new Dictionary<ReportColumn, int>(header.Columns) { [missing] = at } } : null;
    }

    private void ReportHidden(SheetRow row)
    {
        if (sheet.Hidden.Rows.Contains(row.Number))
            Report(At(row.Number, row.Cells[0].Column), FileFindings.HiddenRow());
    }

    private Finding Missing(string column, int row, int at) =>
        at == 0 ? Findings.ColumnMissing(column, row)
        : sheet.At(new(row, at)).Text is { Length: > 0 } header ? Findings.ColumnMisspelt(column, OneLine.Of(header))
        : Findings.ColumnUnnamed(column);

    private sealed class TableReaders(ReportSheet sheet)
    {
        private readonly ViewpointTable viewpoints = new(sheet);
        private readonly CollaborationTable collaborations = new(sheet);
        private readonly WardTable wards = new(sheet);
        private readonly Place? place = WardTable.PlaceOf(sheet.Name, sheet.Context.Register);
        private ReportHeader? header;

        public IEnumerable<Record> Records() => viewpoints.Records().Concat(collaborations.Records).Concat(wards.Records);

        public void Take(SheetRow row)
        {
            if (HeaderIn(row, place) is { } next)
                header = sheet.Complete(next, row.Number);
            else if (!viewpoints.TakeHeading(row) && !wards.TakeHeading(row) && header is not null)
            {
                sheet.ReportHidden(row);
                Read(header.Table, new(sheet, row.Number, header.Columns));
            }
        }

        private void Read(ReportTable table, ReportRow row)
        {
            if (table == ReportTables.OfViewpoint)
                viewpoints.Read(row);
            else if (table == ReportTables.OfCollaborations)
                collaborations.Read(row);
            else
                wards.Read(row);
        }
    }
}

/// <summary>A cell with its place.</summary>
internal sealed record ReportCell(CellAddress Address, Cell Cell)
{
    /// <summary>What was odd about its text, before its control characters were taken out.</summary>
    public TextFaults Faults { get; init; } = TextFaults.None;

    public string Text => Cell.IsUnusable ? "" : Cell.Text;

    public bool IsBlank => Text.Length == 0;
}

/// <summary>A row of a table in the report layout.</summary>
internal sealed class ReportRow(ReportSheet sheet, int number, IReadOnlyDictionary<ReportColumn, int> columns)
{
    public int Number => number;

    /// <summary>Null where the table has no such column. Merged cells count for every row they cover.</summary>
    public ReportCell? At(ReportColumn column)
    {
        if (!columns.TryGetValue(column, out var at))
            return null;
        var cell = sheet.At(number, at);
        if (cell.Cell.Kind == CellKind.Error)
            sheet.Report(cell, Findings.ErrorValue(column.Header));
        else if (cell.Cell.Kind == CellKind.NoValue)
            sheet.Report(cell, Findings.FormulaWithoutValue(column.Header));
        else if (cell.Text.Length > Limits.TextLength)
            return TooLong(cell, column);
        if (cell.Cell.Kind == CellKind.Struck || cell.Cell.HasStruck)
            sheet.Report(cell, TextFindings.StruckOut(cell.Text));
        if (cell.Cell.Kind == CellKind.Date)
            sheet.Report(cell, AutomaticDate.In(cell.Cell, column.Header)!);
        // A list begins with - where no formula does.
        foreach (var finding in (Bullets.IsAt(cell.Text) ? cell.Faults with { LooksLikeFormula = false } : cell.Faults).FindingsFor(column.Header))
            sheet.Report(cell, finding, ItemWith(finding, cell.Text, column));
        return cell;
    }

    // Of twenty items in a cell, the one that it is about.
    private static string ItemWith(Finding finding, string text, ReportColumn column) =>
        Array.Find(Bullets.LinesOf(text), line => TextFaults.Of(line).FindingsFor(column.Header).Any(f => f.Kind == finding.Kind)) ?? text;

    // What was told of is not read as well.
    private ReportCell TooLong(ReportCell cell, ReportColumn column)
    {
        sheet.Report(cell, Findings.TextTooLong(column.Header, cell.Text.Length, Limits.TextLength));
        return cell with { Cell = default };
    }

    /// <summary>Null where the cell is blank, or merged into a row above that has read it already.</summary>
    public ReportCell? Own(ReportColumn column) => At(column) is { IsBlank: false } cell && cell.Address.Row == number ? cell : null;

    /// <summary>From the first to the last column of the table.</summary>
    public string Range => Table.RangeOf(columns.Values, number, number);
}
