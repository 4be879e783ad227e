using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Repairing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Ten cells of a workbook are broken in ten ways, and corrected in the portal with the keyboard alone.</summary>
[Collection(OneCity.Name)]
public sealed class FixTests(City city)
{
    private const string Department = "病院局", Initiatives = "視点別取組", Directions = "課題と方向性", Collaborations = "連携取組";

    private static readonly Break[] Breaks =
    [
        new("はじめに", "B4", CellValue.Of(30), "平成30（2018）年度"),
        new(Initiatives, "B2", CellValue.Of("視点9"), "1 意識の醸成と参加・活動の促進"),
        new(Initiatives, "C12", CellValue.Of("介護施策"), "医療施策"),
        new(Initiatives, "H11", CellValue.Blank, "回"),
        new(Initiatives, "K11", CellValue.Of("7人"), "7"),
        new(Initiatives, "A12", CellValue.Of("5番"), "byoin-0005"),
        new(Directions, "E2", CellValue.Of("講座「を開催する。"), "市立病院の医師等の専門職を講師とする市民公開講座、出前講座等を引き続き開催し、市民のセルフケア意識の醸成を進める。"),
        new(Directions, "B3", CellValue.Blank, "3 多様な主体の活躍"),
        new(Collaborations, "B2", CellValue.Of("健康福社局"), "健康福祉局"),
        new(Collaborations, "C2", CellValue.Blank, "出張講座"),
    ];

    [Theory]
    [InlineData(Scripts.Enabled)]
    [InlineData(Scripts.Disabled)]
    public async Task TenBrokenCellsAreMendedByKeyboardAlone(Scripts scripts)
    {
        var complaints = await city.ComplaintsOfAsync(async visit =>
        {
            var (clerk, keys) = (new Clerk(visit), new Keyboard(visit.Page));
            var broken = Broken();
            await clerk.CheckAsync(Department, broken.File);
            await keys.FollowAsync("ここで直す");
            await clerk.ReadsAsync("ここで直す");

            await keys.FillInAsync(Breaks.ToDictionary(b => new CellName(b.Sheet, b.Cell).Key, b => b.Right, StringComparer.Ordinal));
            await NothingIsLeftToMendAsync(clerk);
            await clerk.SeesAsync("10か所を直したブックです");
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => keys.FollowAsync("直したブックを受け取る"));
            Assert.Equal($"2018-{Department}.xlsx", download.SuggestedFilename);
            var mended = broken with { Bytes = await File.ReadAllBytesAsync(await download.PathAsync()) };

            Assert.Equal(Breaks.Select(b => b.Cell).Order(StringComparer.Ordinal), ChangedCells(broken.Bytes, mended.Bytes)
                .Order(StringComparer.Ordinal));
            await clerk.FollowAsync(Department);
            await clerk.FollowAsync("ブックを点検する");
            await clerk.ChooseAsync(mended.File);
            await NothingIsLeftToMendAsync(clerk);
        },
        scripts);

        // When a navigation turns out to be a download (here of the workbook), the browser aborts the navigation and reports that.
        Assert.All(complaints, c => Assert.EndsWith("/original failed: net::ERR_ABORTED", c, StringComparison.Ordinal));
    }

    // The workbook may still have values that need confirmation, because the unchanged sample has them, too.
    private static Task NothingIsLeftToMendAsync(Clerk clerk) =>
        Assertions.Expect(clerk.Heading).ToHaveTextAsync(new Regex("^(提出できます|あと[0-9]+か所確認すると提出できます)$"));

    private static SampleWorkbook Broken()
    {
        var sample = SampleWorkbook.Of(Department);
        var edited = WorkbookEditing.Apply(
            sample.Bytes, [.. Breaks.Select(b => new CellEdit(b.Sheet, b.Cell, b.Wrong))], CancellationToken.None);
        return sample with { Bytes = Assert.IsType<WorkbookEdited>(edited).Workbook.ToArray() };
    }

    // Returns the addresses of the cells that differ. Checks that everything else is unchanged: the other parts of the file byte for byte,
    // and the sheets apart from their cells.
    private static IEnumerable<string> ChangedCells(byte[] before, byte[] after)
    {
        var (old, now) = (PartsOf(before), PartsOf(after));
        Assert.Equal(old.Keys, now.Keys);
        var changed = old.Keys.Where(p => !old[p].AsSpan().SequenceEqual(now[p])).ToList();
        Assert.All(changed, p => Assert.StartsWith("xl/worksheets/sheet", p, StringComparison.Ordinal));
        Assert.All(changed, p => Assert.Equal(WithoutCells(old[p]), WithoutCells(now[p])));
        return changed.SelectMany(
            p => CellsOf(old[p]).Except(CellsOf(now[p])).Concat(CellsOf(now[p]).Except(CellsOf(old[p]))).Select(c => c.At).Distinct());
    }

    private static Dictionary<string, byte[]> PartsOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return zip.Entries.ToDictionary(e => e.FullName, BytesOf, StringComparer.Ordinal);
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<(string At, string Xml)> CellsOf(byte[] sheet) =>
        Cells(XDocument.Load(new MemoryStream(sheet), LoadOptions.PreserveWhitespace))
            .Select(c => (c.Attribute("r")!.Value, c.ToString(SaveOptions.DisableFormatting)));

    private static string WithoutCells(byte[] sheet)
    {
        var read = XDocument.Load(new MemoryStream(sheet), LoadOptions.PreserveWhitespace);
        Cells(read).ToList().ForEach(c => c.Remove());
        return read.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Cells(XDocument sheet) => sheet.Descendants().Where(e => e.Name.LocalName == "c");

    /// <param name="Wrong">The wrong value that the test writes into the cell.</param>
    /// <param name="Right">The value that the cell has in the sample.</param>
    private sealed record Break(string Sheet, string Cell, CellValue Wrong, string Right);
}
