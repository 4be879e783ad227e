using System.Globalization;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads one cell (c): its type, its formula if any, its value.</summary>
internal sealed class CellReader(IReadOnlyList<string> sharedStrings, NumberFormats formats, bool dates1904)
{
    private const int DaysBetweenSystems = 1462;

    private readonly XmlText text = new();

    public Cell Read(XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t") ?? "n", reader.GetAttribute("s"));
        var (value, hasFormula) = ReadInside(reader);
        if (string.IsNullOrEmpty(value))
            return hasFormula && type != "str" ? new(CellKind.NoValue, null, 0) : default;
        return Interpret(type, value, style);
    }

    private (string? Value, bool HasFormula) ReadInside(XmlReader reader)
    {
        var (depth, value, hasFormula) = (reader.Depth, (string?)null, false);
        if (reader.IsEmptyElement)
            return (null, false);
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            hasFormula |= reader.LocalName == "f";
            value = reader.LocalName switch { "v" => text.ReadElement(reader), "is" => text.ReadItem(reader), _ => value };
        }

        return (value, hasFormula);
    }

    private Cell Interpret(string type, string value, string? style) => type switch
    {
        "s" => Cell.OfText(Shared(value)),
        "str" or "inlineStr" => Cell.OfText(Escapes.Clean(value)),
        "b" => Cell.OfTruth(value.Trim() is "1" or "true"),
        "e" => new(CellKind.Error, value.Trim(), 0),
        "d" => IsoDate(value),
        _ => Number(value, formats.Of(style)),
    };

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sharedStrings.Count
            ? sharedStrings[i]
            : throw new InvalidDataException("A cell refers to a text that is missing.");

    private Cell Number(string value, CellKind kind)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Cell.OfText(Escapes.Clean(value));
        return new(kind, null, kind == CellKind.Date && dates1904 ? number + DaysBetweenSystems : number);
    }

    private static Cell IsoDate(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900
            ? new(CellKind.Date, null, date.ToOADate())
            : Cell.OfText(Escapes.Clean(value));
}
