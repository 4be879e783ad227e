using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>
/// A cell of a sample is garbled at random. If a correction is proposed for it, the correction restores what the cell said.
/// </summary>
public sealed class RandomRepairTests
{
    // In how many cases a correction must be proposed; for the others the test says nothing about corrections.
    private const int Cases = 60, FewestRepaired = 8;

    private static readonly (string Name, Func<string, int, string> Garble)[] Slips =
    [
        ("blank", (_, _) => ""),
        ("left out", (text, at) => text.Remove(at, 1)),
        ("typed twice", (text, at) => text.Insert(at, text.Substring(at, 1))),
        ("swapped", (text, at) => at + 1 < text.Length ? text[..at] + text[at + 1] + text[at] + text[(at + 2)..] : text),
        ("split", (text, at) => text.Insert(at, " ")),
        ("another", (text, at) => text[..at] + "社" + text[(at + 1)..]),
        ("unit", (text, _) => text + "人"),
        ("bullet", (text, _) => "- " + text),
        ("control", (text, at) => text.Insert(at, "\u0001")),
        ("about", (text, _) => "約" + text),
        ("ditto", (_, _) => "同上"),
    ];

    private int repaired;

    private static readonly Dictionary<string, Book> Books = new[] { "byoin", "takatsu" }.ToDictionary(d => d, Book.Of);

    [Fact]
    public void EveryProposalForAGarbledCellRestoresTheRecords()
    {
        FsCheck.Check.One(Seeded.Cases(Cases), Prop.ForAll(Drawn.ToArbitrary(), d => IsRight(d.Department, d.Edit)));
        Assert.InRange(repaired, FewestRepaired, Cases);
    }

    private static Gen<(string Department, CellEdit Edit)> Drawn =>
        from department in Gen.Elements(Books.Keys.ToArray())
        from place in Gen.Elements(Books[department].Places)
        from slip in Gen.Elements(Slips)
        from at in Gen.Choose(0, place.Text.Length - 1)
        select (department, new CellEdit(place.Sheet, place.Cell, CellValue.Of(slip.Garble(place.Text, at))));

    // Returns true if no correction is proposed for the cell, because a garbled word may still be a valid value. Otherwise the corrections
    // must restore the original records. 同上 (same as above) may be correct too, so a correction of it may also leave the records as they
    // were read.
    private bool IsRight(string department, CellEdit edit)
    {
        var book = Books[department];
        if (WorkbookEditing.Apply(book.Sample, [edit], CancellationToken.None) is not WorkbookEdited broken)
            return true;
        var proposals = Repairs.Propose(broken.Workbook, book.Request, CancellationToken.None);
        if (!proposals.Any(p => (p.Sheet, p.Cell) == (edit.Sheet, edit.Cell)))
            return true;
        repaired++;
        var mended = Mended.Of(broken.Workbook.ToArray(), [.. proposals.Select(p => p.ToEdit())]).Bytes;
        var before = WorkbookReader.Read(broken.Workbook, book.Request).Records;
        var after = WorkbookReader.Read(mended, book.Request).Records;
        return after.Equals(book.Mended) || (edit.Value.Text.Trim() == "同上" && after.Equals(before));
    }

    private sealed record Book(
        byte[] Sample, WorkbookRequest Request, DepartmentRecords Mended, (string Sheet, string Cell, string Text)[] Places)
    {
        private const int Rows = 30;

        public static Book Of(string department)
        {
            var sample = Some.Sample(department);
            var request = new WorkbookRequest(Some.Register, Some.Year, department) { Known = Some.Read(sample, department).Records };
            var mended = Repairing.Mended.Of(
                sample, [.. Repairs.Propose(sample, request, CancellationToken.None).Select(p => p.ToEdit())]).Bytes;
            return new(sample, request, WorkbookReader.Read(mended, request).Records,
                [.. PlacesOf(SpreadsheetReader.Read(sample, Budget.New()).Workbook!)]);
        }

        private static IEnumerable<(string, string, string)> PlacesOf(Spreadsheet workbook) =>
            from sheet in workbook.Sheets.Where(s => !s.IsHidden)
            from row in sheet.Rows.Take(Rows)
            from cell in row.Cells
            select (sheet.Name, $"{new CellAddress(row.Number, cell.Column)}", cell.Cell.Text);
    }
}
