namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The table of texts to which the cells of a workbook refer by index.</summary>
internal sealed class SharedTexts
{
    private readonly List<SheetCell> texts = [];

    // By index, the texts that contain pieces with a font of their own. In a struck-out cell, such pieces are not struck out and stay
    // visible.
    private readonly Dictionary<int, SheetCell> inStruckCells = [];

    public int Count => texts.Count;

    /// <param name="text">What a cell contains that refers to the text and whose font is not struck out.</param>
    /// <param name="inStruckCell">What a cell contains that refers to the text and whose font is struck out.</param>
    public void Add(SheetCell text, SheetCell inStruckCell)
    {
        if (inStruckCell.Kind == CellKind.Text)
            inStruckCells.Add(texts.Count, inStruckCell);
        texts.Add(text);
    }

    public SheetCell At(int index, CellAppearance look) =>
        !look.IsStruck || texts[index].Kind == CellKind.Blank ? texts[index] : inStruckCells.GetValueOrDefault(index, SheetCell.OfStruck());
}
