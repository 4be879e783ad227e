namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The texts of a workbook that cells refer to by number.</summary>
internal sealed class SharedTexts
{
    private readonly List<SheetCell> texts = [];

    // Texts with runs that have their own font and therefore stay visible in a struck-out cell.
    private readonly Dictionary<int, SheetCell> inStruckCells = [];

    public int Count => texts.Count;

    /// <param name="text">The text in a cell that is not struck out.</param>
    /// <param name="inStruckCell">The text in a cell that is struck out.</param>
    public void Add(SheetCell text, SheetCell inStruckCell)
    {
        if (inStruckCell.Kind == CellKind.Text)
            inStruckCells.Add(texts.Count, inStruckCell);
        texts.Add(text);
    }

    public SheetCell At(int index, CellAppearance look) =>
        !look.IsStruck || texts[index].Kind == CellKind.Blank ? texts[index] : inStruckCells.GetValueOrDefault(index, SheetCell.OfStruck());
}
