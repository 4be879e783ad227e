using System.Globalization;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads one cell (c): its type, its formula if any, its value.</summary>
internal sealed class CellReader(IReadOnlyList<string> sharedStrings, NumberFormats formats, bool dates1904)
{
    private const int DaysBetweenSystems = 1462;

    private readonly XmlText text = new();

    /// <returns>The cell, and its address as written.</returns>
    public (Cell Cell, string? Place) Read(XmlReader reader)
    {
        var (place, type, style) = ReadAttributes(reader);
        var hasFormula = ReadInside(reader);
        if (text.Read.IsEmpty)
            return (hasFormula && type != "str" ? new(CellKind.NoValue, null, 0) : default, place);
        return (Interpret(type, text.Read, style), place);
    }

    // One after the other, which is faster than to ask for each by name.
    private static (string? Place, string Type, string? Style) ReadAttributes(XmlReader reader)
    {
        (string? Place, string Type, string? Style) read = (null, "n", null);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name == "r")
                read.Place = reader.Value;
            else if (reader.Name == "t")
                read.Type = reader.Value;
            else if (reader.Name == "s")
                read.Style = reader.Value;
        }

        reader.MoveToElement();
        return read;
    }

    // The value is left in the text.
    private bool ReadInside(XmlReader reader)
    {
        var (depth, hasFormula) = (reader.Depth, false);
        text.Clear();
        if (reader.IsEmptyElement)
            return false;
        while (reader.Step() && reader.Depth > depth)
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

    private Cell Interpret(string type, ReadOnlySpan<char> value, string? style) => type switch
    {
        "s" => Cell.OfText(Shared(value)),
        "str" or "inlineStr" => Cell.OfText(Escapes.Clean(value.ToString())),
        "b" => Cell.OfTruth(value.Trim() is "1" or "true"),
        "e" => new(CellKind.Error, value.Trim().ToString(), 0),
        "d" => IsoDate(value),
        _ => Number(value, formats.Of(style)),
    };

    private string Shared(ReadOnlySpan<char> index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sharedStrings.Count
            ? sharedStrings[i]
            : throw new InvalidDataException("A cell refers to a text that is missing.");

    private Cell Number(ReadOnlySpan<char> value, CellKind kind)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Cell.OfText(Escapes.Clean(value.ToString()));
        return new(kind, null, kind == CellKind.Date && dates1904 ? number + DaysBetweenSystems : number);
    }

    private static Cell IsoDate(ReadOnlySpan<char> value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900
            ? new(CellKind.Date, null, date.ToOADate())
            : Cell.OfText(Escapes.Clean(value.ToString()));
}
