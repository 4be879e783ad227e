using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A row of a template table. Returns the values of its cells by template column, and reports problems at these cells.</summary>
internal sealed class TableRow(TemplateTable table, int number)
{
    public int Number => number;

    public LayoutContext Context => table.Scope.Context;

    /// <summary>The id of the row's record until a permanent one (管理番号) is assigned, such as 視点別取組!12.</summary>
    public string Draft => string.Create(CultureInfo.InvariantCulture, $"{table.Place.Name}!{number}");

    public string DraftOf(TemplateColumn column) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Place.Name}!{number}:{column.Header}");

    public bool IsBlank(TemplateColumn column) =>
        At(column) is not { } address || (CellAt(address) is var cell && (cell.IsBlank || NoEntry.IsIn(column, cell)));

    /// <summary>
    /// Returns the value of a cell; null when the table lacks the column, the cell is blank, or its content is not a valid value. Reports
    /// problems of the content, even if a value can be read (such as a ditto mark), but neither a missing column nor a blank cell.
    /// </summary>
    public T? Value<T>(TemplateColumn<T> column) => At(column) is { } address ? table.Values.Read(column, address) : default;

    public Figure? Figure(YearColumn year)
    {
        var owner = Owner(year);
        if (owner.Column != year.At && !table.Sheet.At(owner).IsBlank)
            Report(owner, FigureFindings.MergedAcross(table.Sheet.At(owner).Text));
        if (owner.Row != number && !table.Sheet.At(owner).IsBlank)
            Report(owner, FigureFindings.MergedDown(table.Sheet.At(owner).Text));
        return table.Values.Read(year.Column, owner);
    }

    /// <summary>
    /// Returns the unit that the cell of a figure displays, either because of its number format or because % was typed; null when it
    /// displays none.
    /// </summary>
    public string? UnitShown(YearColumn year) => CellAt(Owner(year)) switch
    {
        { Kind: CellKind.Percent } => "%",
        { Kind: CellKind.Shown } shown when (shown.Number ?? ShownUnit.NumberIn(shown)) is not null => ShownUnit.Of(shown),
        { Kind: CellKind.Text, Text: var typed } when TypedNumber.IsPercent(typed) && TypedNumber.Parse(typed) is not null => "%",
        _ => null,
    };

    /// <summary>Whether a cell contains a note, such as ※速報値.</summary>
    public bool IsNote(TemplateColumn column) =>
        At(column) is { } address && table.Sheet.At(address) is { Kind: CellKind.Text } cell && NoteMark.IsAt(cell.Text);

    /// <summary>Whether a cell contains only a word for a total, such as 合計.</summary>
    public bool IsTotal(TemplateColumn column) => At(column) is { } address && TotalsRows.IsTotal(table.Sheet.At(address));

    public bool AreBlank(IReadOnlyList<TemplateColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (!IsBlank(columns[i]))
                return false;
        }

        return true;
    }

    public bool AreBlank(IReadOnlyList<YearColumn> years)
    {
        for (var i = 0; i < years.Count; i++)
        {
            if (!IsBlank(years[i]))
                return false;
        }

        return true;
    }

    public bool IsBlank(YearColumn year) => CellAt(Owner(year)).IsBlank;

    /// <summary>Returns the value or null like <see cref="Value"/>, and also reports a blank cell as a problem.</summary>
    public T? Require<T>(TemplateColumn<T> column)
    {
        ReportBlank(column);
        return Value(column);
    }

    /// <summary>Reports the cell as a problem if it is blank, or contains a ditto mark that means a blank cell.</summary>
    public void ReportBlank(TemplateColumn column)
    {
        if (At(column) is not { } address)
            return;
        if (IsBlank(column))
            Report(address, column.Choices(Context) is { Count: > 0 } choices ? Findings.RequiredChoice(column.Header, choices)
                : Findings.Required(column.Header, column.Example));
        else if (DittoMarkText.In(table.Sheet.At(address)) is not null && table.Dittos.Meant(address).IsBlank)
            Report(address, TextFindings.RequiredDitto(column.Header, column.Example));
    }

    /// <summary>
    /// Returns the record id (管理番号) that the row contains. If the row has none, or another row already has the same one, returns a draft
    /// id, which identifies the record until the submission is accepted and the record gets a record id.
    /// </summary>
    public string Identify() => Identify(Value(SharedColumns.Number)?.ToString());

    /// <param name="id">The record id in the row; null when there is none.</param>
    public string Identify(string? id)
    {
        if (id is not null && table.Scope.KnownNumbers?.Contains(id) == false)
            Report(SharedColumns.Number, RecordFindings.NumberUnknown(id));
        if (id is null || table.Scope.Numbers.Add(id))
            return id ?? Draft;
        Report(SharedColumns.Number, Findings.NumberTwice(id));
        return Draft;
    }

    public Source Source() => SourceOf(table.RangeOf(number, number), []);

    /// <param name="columns">The numbers of the first and the last column.</param>
    public Source Source((int First, int Last) columns) => Source(columns, []);

    /// <param name="columns">The numbers of the first and the last column.</param>
    /// <param name="values">The cell of each figure.</param>
    public Source Source((int First, int Last) columns, EquatableList<ValueCell> values) =>
        SourceOf(new CellRange(new(number, columns.First), new(number, columns.Last)).ToString(), values);

    public Source SourceOf(string range, EquatableList<ValueCell> values) =>
        Domain.Source.Read(Context.Department?.Code ?? "", table.Place.Name, range, values);

    /// <summary>Combines a record with the position of this row, which is the first row of the record.</summary>
    public PlacedRecord Placed(Record record) => table.Placed(record, number);

    public static ValueCell ValueCellAt(string key, CellAddress at) => new(key, at.Column, at.Row);

    public void Report(TemplateColumn column, Finding finding)
    {
        if (At(column) is { } address)
            Report(address, finding);
        else
            ReportWhole(finding);
    }

    public void Report(YearColumn year, Finding finding) => Report(Owner(year), finding);

    /// <summary>
    /// Reports a problem that concerns the whole row, at its first non-blank cell in the order of the template's columns. If only columns
    /// of fiscal years have content, reports it at column A.
    /// </summary>
    public void ReportWhole(Finding finding) =>
        Report(table.Layout.Columns.Where(c => !IsBlank(c)).Select(At).OfType<CellAddress>()
            .FirstOrDefault(new CellAddress(number, 1)), finding);

    private SheetCell CellAt(CellAddress address)
    {
        var cell = table.Sheet.At(address);
        return table.Scope.Faults.Of(cell).Clean(cell);
    }

    private void Report(CellAddress address, Finding finding) =>
        table.Scope.Log.Add(finding, table.Place, address, table.Sheet.At(address));

    /// <summary>Returns the cell that contains a field; null when the table has no such column.</summary>
    public CellAddress? At(TemplateColumn column) => table.ColumnOf(column) is { } at ? Owner(at) : null;

    // A value that is merged across several columns belongs only to the first of them. Figures that are merged across several years are
    // handled separately below. OwnerOf leaves out merged cells of the header, so a header is never a value of the rows below it.
    private CellAddress Owner(int column) =>
        table.OwnerOf(new(number, column)) is var owner && owner.Column == column ? owner : new(number, column);

    /// <summary>
    /// Returns the cell that contains the figure of a year. If the cells of several years are merged, this is the upper left cell of the
    /// merged range.
    /// </summary>
    public CellAddress Owner(YearColumn year) =>
        table.OwnerOf(new(number, year.At)) is var owner && (owner.Column == year.At || table.IsYear(owner.Column))
            ? owner
            : new(number, year.At);
}
