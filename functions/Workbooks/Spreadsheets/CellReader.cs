using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads one cell (element &lt;c&gt;) of an .xlsx: its type, its value and whether it has a formula.</summary>
internal sealed class CellReader(SharedTexts sharedTexts, CellStyles styles, WorkbookSettings settings, Budget budget)
{
    public const int DaysBetweenSystems = 1462;

    private readonly XmlText text = new(budget);
    private readonly RepeatedTexts repeated = new();
    private readonly char[] attribute = new char[32];
    private int column;
    private string type = "n";
    private int style;

    /// <summary>Whether the current sheet is set to hide zeros.</summary>
    public bool HidesZeros { get; set; }

    /// <summary>Whether the cell that was read last has a formula.</summary>
    public bool HasFormula { get; private set; }

    /// <returns>The cell and its column number; the number is zero when the element has no address.</returns>
    public (SheetCell Cell, int Column) Read(XmlReader reader)
    {
        ReadAttributes(reader);
        HasFormula = ReadInside(reader);
        if (HasFormula && IsNeverComputed(text.Read))
            return (new(CellKind.NoValue, null, 0), column);
        if (text.Read.IsEmpty && !(type == "inlineStr" && text.HasStruck))
            return (default, column);
        return (Interpret(text.Read, styles.Of(style)), column);
    }

    // Whether the formula has no saved result. This is the case if the value is missing, unless the type of the cell is str: there, a
    // missing value means an empty text. In a workbook with fullCalcOnLoad, it is also the case if the value is missing in a cell of type
    // str or is the number 0: programs that write formulas without computing them save 0 or no value, and set fullCalcOnLoad, which makes
    // Excel compute all formulas when it opens the file.
    private bool IsNeverComputed(ReadOnlySpan<char> saved) =>
        (saved.IsEmpty && type != "str") || (settings.ComputesOnLoad && (saved.IsEmpty || (type == "n" && saved.Trim() is "0")));

    // Iterating over all attributes is faster than looking up each of them by name. The type and style of an empty element are not needed.
    private void ReadAttributes(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        (column, type, style) = (0, "n", 0);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name == "r")
                column = CellAddress.TryParse(AttributeOf(reader), out var address) ? address.Column : 0;
            else if (!isEmpty && reader.Name == "t")
                type = TypeOf(AttributeOf(reader));
            else if (!isEmpty && reader.Name == "s")
                style = int.TryParse(AttributeOf(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        }

        reader.MoveToElement();
    }

    // Returns a span, because strings for the attributes would be most of the allocations for a cell. All valid values are shorter than the
    // buffer; a longer value is treated as empty.
    private ReadOnlySpan<char> AttributeOf(XmlReader reader)
    {
        var length = reader.ReadValueChunk(attribute, 0, attribute.Length);
        return length < attribute.Length ? attribute.AsSpan(0, length) : default;
    }

    private static string TypeOf(ReadOnlySpan<char> written) => written switch
    {
        "s" => "s",
        "str" => "str",
        "inlineStr" => "inlineStr",
        "b" => "b",
        "e" => "e",
        "d" => "d",
        _ => "n",
    };

    // Stores the value in the field `text`; returns whether the cell has a formula.
    private bool ReadInside(XmlReader reader)
    {
        var (depth, hasFormula) = (reader.Depth, false);
        text.Clear();
        if (reader.IsEmptyElement)
            return false;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "v")
                text.ReadElement(reader);
            else if (reader.LocalName == "is")
                text.ReadItem(reader);
            else
                hasFormula |= reader.LocalName == "f";
        }

        return hasFormula;
    }

    private SheetCell Interpret(ReadOnlySpan<char> value, CellAppearance look) => type switch
    {
        "s" => look.Show(Shared(value, look), budget),
        "inlineStr" => look.Show(Inline(value, look), budget),
        "str" => Struck(look.Show(Own(value), budget), look),
        "b" => Struck(SheetCell.OfTruth(value.Trim() is "1" or "true"), look),
        "e" => Struck(new(CellKind.Error, value.Trim().ToString(), 0), look),
        "d" => Struck(IsoDate(value, look.Display), look),
        _ => Struck(Number(value, look.Display), look),
    };

    private static SheetCell Struck(SheetCell cell, CellAppearance look) => look.IsStruck && !cell.IsBlank ? SheetCell.OfStruck() : cell;

    private SheetCell Inline(ReadOnlySpan<char> value, CellAppearance look)
    {
        var own = SheetCell.OfText(Written(value), text.HasStruck);
        return look.IsStruck && own.Kind == CellKind.Text ? text.InStruckCell() : own;
    }

    private SheetCell Own(ReadOnlySpan<char> value) => SheetCell.OfText(Written(value));

    private string Written(ReadOnlySpan<char> value)
    {
        budget.SpendCharacters(value.Length);
        return Escapes.Clean(repeated.Of(value));
    }

    private SheetCell Shared(ReadOnlySpan<char> index, CellAppearance look) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sharedTexts.Count
            ? sharedTexts.At(i, look)
            : throw new InvalidDataException("A cell refers to a text that is missing.");

    private SheetCell Number(ReadOnlySpan<char> value, NumberDisplay display)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Own(value);
        if (number == 0 && HidesZeros)
            return default;
        var cell = display.Show(number, settings.Dates1904 ? DaysBetweenSystems : 0);
        budget.SpendCharacters(cell.Content?.Length ?? 0);
        return cell;
    }

    // A date in ISO 8601 form, which Excel writes in files of the format Strict Open XML. A time without a date is kept as text.
    private SheetCell IsoDate(ReadOnlySpan<char> value, NumberDisplay display) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date) && date.Year >= 1900
            ? display.Show(date)
            : Own(value);
}
