using System.Text;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>Writes an .xls from records, which may be valid or not.</summary>
internal sealed class TestXls(int version = TestXls.Biff8)
{
    public const int Biff8 = 0x0600, Biff5 = 0x0500;

    private const int GlobalsKind = 0x0005, SheetKind = 0x0010;

    private readonly List<byte> globals = [];
    private readonly List<(string Name, int State, byte[] Records, int Copies)> sheets = [];

    public TestXls Globals(params byte[][] records)
    {
        globals.AddRange(records.SelectMany(r => r));
        return this;
    }

    public TestXls Sheet(string name, params byte[][] records) => Sheets(name, 1, records);

    public TestXls Hidden(string name, params byte[][] records)
    {
        sheets.Add((name, 2, Joined(records), 1));
        return this;
    }

    /// <summary>Adds several sheets that all refer to the same records.</summary>
    public TestXls Sheets(string name, int copies, params byte[][] records)
    {
        sheets.Add((name, 0, Joined(records), copies));
        return this;
    }

    /// <summary>Reads the workbook and returns every cell of every sheet, as in A1=Number:1 B1=Text:文.</summary>
    public string Cells()
    {
        var (workbook, refusal) = Read();
        Assert.Null(refusal);
        return string.Join(' ', workbook!.Sheets.SelectMany(s => s.Rows).SelectMany(Shown));
    }

    public (Spreadsheet? Workbook, SpreadsheetRefusal? Refusal) Read() => SpreadsheetReader.Read(ToBytes(), Budget.New());

    public byte[] ToBytes() => TestCompound.Of((version == Biff8 ? "Workbook" : "Book", ToStream()));

    public byte[] ToStream()
    {
        byte[] before = [.. Records.Beginning(version, GlobalsKind), .. globals];
        var offset = before.Length + Records.End.Length + sheets.Sum(s => Bound(s.Name, s.State, 0).Length * s.Copies);
        List<byte> list = [], bodies = [];
        foreach (var (name, state, records, copies) in sheets)
        {
            for (var i = 0; i < copies; i++)
                list.AddRange(Bound(name, state, offset + bodies.Count));
            bodies.AddRange([.. Records.Beginning(version, SheetKind), .. records, .. Records.End]);
        }

        return [.. before, .. list, .. Records.End, .. bodies];
    }

    private byte[] Bound(string name, int state, int offset) =>
        Records.Of(RecordType.BoundSheet, BitConverter.GetBytes(offset), [(byte)state, 0, (byte)name.Length], Named(name));

    private byte[] Named(string name) => version == Biff8 ? [1, .. Encoding.Unicode.GetBytes(name)] : Encoding.ASCII.GetBytes(name);

    private static IEnumerable<string> Shown(SheetRow row) =>
        row.Cells.Select(c => $"{new CellAddress(row.Number, c.Column)}={c.Cell.Kind}:{c.Cell.Text}");

    private static byte[] Joined(byte[][] records) => [.. records.SelectMany(r => r)];
}
