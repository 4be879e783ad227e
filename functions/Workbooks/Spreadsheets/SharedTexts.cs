namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The texts of a workbook that cells refer to by number.</summary>
internal sealed class SharedTexts
{
    private readonly List<SheetCell> texts = [];

    // Those with letters that keep a font of their own in a cell that is struck out.
    private readonly Dictionary<int, SheetCell> inStruckCells = [];

    public int Count => texts.Count;

    /// <param name="text">In a cell that is not struck out.</param>
    /// <param name="inStruckCell">The same in one that is.</param>
    public void Add(SheetCell text, SheetCell inStruckCell)
    {
        if (inStruckCell.Kind == CellKind.Text)
            inStruckCells.Add(texts.Count, inStruckCell);
        texts.Add(text);
    }

    public SheetCell At(int index, CellAppearance look) =>
        !look.IsStruck || texts[index].Kind == CellKind.Blank ? texts[index] : inStruckCells.GetValueOrDefault(index, SheetCell.OfStruck());
}
