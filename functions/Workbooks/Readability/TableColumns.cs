using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>What a table column contains, as far as the rules of machine readability distinguish it.</summary>
internal enum ColumnUse
{
    Text,

    /// <summary>Several values, one per line.</summary>
    Lines,

    /// <summary>Several values separated by 、.</summary>
    List,
    Choice,
    Number,
}

/// <summary>What each column of the current table contains, by column number.</summary>
internal sealed class TableColumns
{
    private readonly ColumnUse[] uses = new ColumnUse[WorkbookLimits.Columns + 1];
    private readonly Dictionary<int, HashSet<string>> choices = [];
    private int[] figures = [];

    /// <summary>The column number of the table's unit column; zero if the table has no such column.</summary>
    public int Unit { get; private set; }

    public void Begin(TemplateTable table, LayoutContext context)
    {
        Array.Clear(uses);
        choices.Clear();
        foreach (var (column, at) in table.Found.Columns)
            Set(column, at, context);
        figures = [.. table.Years.Select(y => y.At)];
        foreach (var at in figures)
            uses[at] = ColumnUse.Number;
        Unit = table.ColumnOf(InitiativeSheet.Unit) ?? 0;
    }

    public ColumnUse UseOf(int column) => column < uses.Length ? uses[column] : ColumnUse.Text;

    public bool IsChoice(int column, string text) => choices[column].Contains(text);

    public bool HasNumberWithoutUnit(SheetRow row) =>
        Unit > 0 && row.At(Unit).IsBlank && Array.Exists(figures, at => row.At(at).Number is not null);

    private void Set(TemplateColumn column, int at, LayoutContext context)
    {
        uses[at] = column == SharedColumns.Divisions ? ColumnUse.List : column.Input switch
        {
            CellInputKind.Lines => ColumnUse.Lines,
            CellInputKind.Choice => ColumnUse.Choice,
            CellInputKind.Number => ColumnUse.Number,
            _ => ColumnUse.Text,
        };
        if (uses[at] == ColumnUse.Choice)
            choices[at] = new(column.Choices(context), StringComparer.Ordinal);
    }
}
