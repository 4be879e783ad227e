namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The table of texts to which the cells of a workbook refer by index.</summary>
internal sealed class SharedTexts
{
    private readonly List<SheetCell> texts = [];

    // By the index of a text, what remains of it in a cell whose font is struck out: only the runs (pieces of text with one format) that
    // have a font of their own that is not struck out, because struck-out characters count as deleted. A text without such runs is not
    // listed; a cell with a struck-out font that refers to it is struck out as a whole.
    private readonly Dictionary<int, SheetCell> inStruckCells = [];

    public int Count => texts.Count;

    /// <param name="text">The content of a cell that refers to the text, if the font of the cell is not struck out.</param>
    /// <param name="inStruckCell">The content of a cell that refers to the text, if the font of the cell is struck out. If it is not of the
    /// kind <see cref="CellKind.Text"/>, such a cell is struck out as a whole.</param>
    public void Add(SheetCell text, SheetCell inStruckCell)
    {
        if (inStruckCell.Kind == CellKind.Text)
            inStruckCells.Add(texts.Count, inStruckCell);
        texts.Add(text);
    }

    public SheetCell At(int index, CellAppearance look) =>
        !look.IsStruck || texts[index].Kind == CellKind.Blank ? texts[index] : inStruckCells.GetValueOrDefault(index, SheetCell.OfStruck());
}
