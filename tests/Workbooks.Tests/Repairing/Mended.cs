using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Tests.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>A workbook before and after some of its cells were edited.</summary>
internal sealed class Mended(byte[] original, byte[] edited)
{
    private readonly Dictionary<string, byte[]> before = Answer.PartsOf(original), after = Answer.PartsOf(edited);

    public byte[] Bytes => edited;

    public static Mended Of(byte[] original, params CellEdit[] edits)
    {
        var outcome = WorkbookEditing.Apply(original, edits, CancellationToken.None);
        return new(original, Assert.IsType<WorkbookEdited>(outcome).Workbook.ToArray());
    }

    public static EditRefusal Refusal(byte[] original, params CellEdit[] edits) =>
        Assert.Single(Assert.IsType<EditsRefused>(WorkbookEditing.Apply(original, edits, CancellationToken.None)).Refused).Reason;

    /// <summary>The names of all parts of a workbook, in their order.</summary>
    public static IEnumerable<string> NamesOf(byte[] workbook) => Answer.PartsOf(workbook).Keys;

    /// <summary>The names of the parts whose bytes changed. Fails if the names or the order of the parts changed.</summary>
    public string[] ChangedParts
    {
        get
        {
            Assert.Equal(before.Keys, after.Keys);
            return [.. before.Keys.Where(p => !before[p].AsSpan().SequenceEqual(after[p]))];
        }
    }

    public string Text(string part) => Encoding.UTF8.GetString(after[part]);

    /// <summary>The addresses of those cells of the given part that have different XML after the edits.</summary>
    public string[] ChangedCells(string part)
    {
        var (old, now) = (CellsOf(before[part]), CellsOf(after[part]));
        return [.. old.Keys.Union(now.Keys).Where(a => old.GetValueOrDefault(a) != now.GetValueOrDefault(a)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The XML of a part without its cells, before and after the edits.</summary>
    public (string Before, string After) Around(string part) => (WithoutCells(before[part]), WithoutCells(after[part]));

    private static Dictionary<string, string> CellsOf(byte[] part) => XDocument.Load(new MemoryStream(part), LoadOptions.PreserveWhitespace)
        .Descendants().Where(e => e.Name.LocalName == "c")
        .ToDictionary(c => c.Attribute("r")!.Value, c => c.ToString(SaveOptions.DisableFormatting));

    private static string WithoutCells(byte[] part)
    {
        var sheet = XDocument.Load(new MemoryStream(part), LoadOptions.PreserveWhitespace);
        sheet.Descendants().Where(e => e.Name.LocalName == "c").ToList().ForEach(c => c.Remove());
        return sheet.ToString(SaveOptions.DisableFormatting);
    }
}
