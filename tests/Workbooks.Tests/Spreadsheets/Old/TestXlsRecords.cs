using System.Buffers.Binary;
using System.Text;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>Makes the records of an .xls. Rows and columns are counted from 0, as in the file.</summary>
internal static class Records
{
    public static byte[] End { get; } = Of(RecordType.EndOfSubstream);

    public static byte[] Of(RecordType type, params byte[][] fields)
    {
        byte[] body = [.. fields.SelectMany(f => f)];
        return [.. Short((int)type), .. Short(body.Length), .. body];
    }

    public static byte[] Beginning(int version, int kind) => Of(RecordType.Beginning, Short(version), Short(kind), new byte[12]);

    public static byte[] Number(int row, int column, double value, int format = 0) =>
        Of(RecordType.Number, Place(row, column, format), BitConverter.GetBytes(value));

    public static byte[] Text(int row, int column, int index, int format = 0) =>
        Of(RecordType.LabelOfSharedString, Place(row, column, format), BitConverter.GetBytes(index));

    public static byte[] Text(int row, int column, string text) => Of(RecordType.Label, Place(row, column, 0), Wide(text));

    public static byte[] Blank(int row, int column) => Of(RecordType.Blank, Place(row, column, 0));

    /// <param name="result">The result of the formula in eight bytes: a number, or the kind of another result and its value.</param>
    public static byte[] Formula(int row, int column, params byte[] result) =>
        Of(RecordType.Formula, Place(row, column, 0), result, new byte[8]);

    public static byte[] FormulaOfText(int row, int column) => Formula(row, column, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);

    public static byte[] Row(int row, int height, int flags) =>
        Of(RecordType.Row, Short(row), new byte[4], Short(height), new byte[4], Short(flags), Short(0));

    public static byte[] Columns(int first, int last, int width, int flags) =>
        Of(RecordType.ColumnInfo, Short(first), Short(last), Short(width), Short(0), Short(flags), Short(0));

    /// <param name="declared">How many texts the table claims to contain.</param>
    /// <param name="texts">The texts that it contains.</param>
    public static byte[] SharedStrings(uint declared, params byte[][] texts) =>
        Of(RecordType.SharedStrings, [BitConverter.GetBytes(declared), BitConverter.GetBytes(declared), .. texts]);

    /// <param name="flags">8 if the font is struck out; otherwise 0.</param>
    /// <param name="shift">1 for superscript, 2 for subscript, otherwise 0.</param>
    public static byte[] Font(int flags, int shift) =>
        Of(RecordType.Font, Short(200), Short(flags), new byte[4], Short(shift), new byte[6]);

    public static byte[] Look(int font, int format) => Of(RecordType.ExtendedFormat, Short(font), Short(format), new byte[16]);

    /// <param name="text">The text.</param>
    /// <param name="fonts">Each font with the index of the first letter that has it.</param>
    public static byte[] Rich(string text, params (int Start, int Font)[] fonts) =>
        [.. Short(text.Length), 9, .. Short(fonts.Length), .. Encoding.Unicode.GetBytes(text), .. fonts
            .SelectMany(f => (byte[])[.. Short(f.Start), .. Short(f.Font)])];

    public static byte[] Wide(string text) => [.. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    public static byte[] Narrow(string text) => [.. Short(text.Length), 0, .. Encoding.Latin1.GetBytes(text)];

    public static byte[] Continue(params byte[] body) => Of(RecordType.Continue, body);

    public static byte[] Place(int row, int column, int format) => [.. Short(row), .. Short(column), .. Short(format)];

    public static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }
}
