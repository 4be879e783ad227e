using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads the records of an .xls that contain cells, and adds the cells to a <see cref="CellTable"/>.</summary>
internal sealed class BiffCells(BiffReader reader, BiffGlobals globals, CellTable table, Budget budget)
{
    private int row, column;
    private CellAppearance look = CellAppearance.Plain;

    // Whether the last cell is a formula whose result is a text, which follows in a STRING record.
    private bool awaitsText;

    private int DaysLater => globals.Dates1904 ? CellReader.DaysBetweenSystems : 0;

    /// <summary>Reads the current record if it contains cells; ignores any other record.</summary>
    public void Read()
    {
        switch (reader.Type)
        {
            case RecordType.Number or RecordType.Rk or RecordType.LabelOfSharedString or RecordType.Label or RecordType.RichString
                or RecordType.BooleanOrError or RecordType.Blank:
                ReadPlace();
                table.Put(row, column, ReadCell(reader.Type, reader.UInt16()));
                break;
            case RecordType.Formula or RecordType.FormulaOf3 or RecordType.FormulaOf4:
                ReadPlace();
                ReadFormula(reader.UInt16());
                break;
            case RecordType.FormulaString when awaitsText:
                table.Put(row, column, Text(new(globals.Text.ReadLong(), [])));
                awaitsText = false;
                break;
            case RecordType.MultipleRk:
                ReadPlace();
                for (; reader.Left >= 6; column++)
                    table.Put(row, column, ReadCell(RecordType.Rk, reader.UInt16()));
                break;
            case RecordType.MultipleBlank:
                ReadPlace();
                for (; reader.Left >= 4; column++)
                    table.Put(row, column, ReadCell(RecordType.Blank, reader.UInt16()));
                break;
        }
    }

    /// <summary>
    /// Makes cells that contain zero blank, for a sheet that is set to hide zeros. Called after all cells were read, because the WINDOW2
    /// record with this setting follows them.
    /// </summary>
    public void HideZeros() => table.HideZeros(DaysLater);

    private void ReadPlace() => (row, column, awaitsText) = (reader.UInt16() + 1, reader.UInt16() + 1, false);

    private SheetCell ReadCell(RecordType type, int format)
    {
        look = globals.AppearanceOf(format);
        return type switch
        {
            RecordType.Number => NumberOf(reader.Double()),
            RecordType.Rk => NumberOf(Unpack(reader.UInt32())),
            RecordType.LabelOfSharedString => look.Show(globals.SharedText(reader.UInt32(), look), budget),
            RecordType.Label => Text(globals.Text.ReadRich()),
            RecordType.RichString => Text(globals.Text.ReadRichRecord()),
            RecordType.BooleanOrError => Struck(TruthOrError(reader.Byte(), reader.Byte())),
            _ => default,
        };
    }

    private SheetCell Text(BiffRuns text) =>
        look.Show(look.IsStruck ? text.InStruckCell(globals.Fonts) : text.InUsualCell(globals.Fonts), budget);

    private SheetCell Struck(SheetCell cell) => !look.IsStruck || cell.IsBlank ? cell
        : cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Shown or CellKind.Date ? SheetCell.OfStruck(cell.Serial)
        : SheetCell.OfStruck();

    // The result of a formula has 8 bytes. If the result is not a number, the two highest bytes are 0xFFFF and the lowest byte is the kind
    // of the result ([MS-XLS] 2.5.133).
    private void ReadFormula(int format)
    {
        look = globals.AppearanceOf(format);
        var result = BitConverter.DoubleToUInt64Bits(reader.Double());
        var (isNumber, kind, value) = (result >> 48 != 0xFFFF, (byte)result, (byte)(result >> 16));
        awaitsText = !isNumber && kind == 0;
        table.Put(row, column, isNumber ? NumberOf(BitConverter.UInt64BitsToDouble(result)) : kind switch
        {
            1 => Struck(SheetCell.OfTruth(value != 0)),
            2 => Struck(TruthOrError(value, 1)),
            3 => default,
            // The STRING record with the text replaces this cell; if none follows, the formula has no value.
            _ => new(CellKind.NoValue, null, 0),
        });
    }

    private SheetCell NumberOf(double value)
    {
        if (!double.IsFinite(value))
            return Struck(TruthOrError(0x24, 1));
        var cell = look.Display.Show(value, DaysLater);
        budget.SpendCharacters(cell.Content?.Length ?? 0);
        return Struck(cell);
    }

    // An RK value is the upper 30 bits of a double or a 30-bit integer. A flag says whether it must be divided by 100 ([MS-XLS] 2.5.217).
    private static double Unpack(uint rk)
    {
        var value = (rk & 2) != 0 ? (int)rk >> 2 : BitConverter.UInt64BitsToDouble((ulong)(rk & ~3u) << 32);
        return (rk & 1) != 0 ? value / 100 : value;
    }

    private static SheetCell TruthOrError(byte value, byte isError) =>
        isError == 0 ? SheetCell.OfTruth(value != 0) : new(CellKind.Error, ErrorName(value), 0);

    private static string ErrorName(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
