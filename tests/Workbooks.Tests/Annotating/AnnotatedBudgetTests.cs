using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>
/// When the time limit is reached, marking the problems in a copy of a workbook ends with the list of findings alone; when the marking is
/// cancelled, it ends with an exception. Loading the XML of a part of the workbook gives the same document as XDocument.Load.
/// </summary>
public sealed class AnnotatedBudgetTests
{
    private static readonly byte[] Rich = Some.Fixture("openpyxl-rich.xlsx");

    private static readonly Problem[] Problems = [new("x", Severity.Error, "課題", "A2, C9", null, "何かが違います。", "直してください。例：1")];

    [Fact]
    public void MarkingAWorkbookThrowsWhenItIsAlreadyCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => AnnotatedWorkbook.Write(Rich, Problems, cancellation.Token));
    }

    [Fact]
    public void WritingTheListOfFindingsAloneThrowsWhenItIsAlreadyCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => AnnotatedWorkbook.Write("nothing"u8.ToArray(), Problems, cancellation.Token));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(50)]
    public void MarkingAWorkbookThrowsSoonAfterItIsCancelled(int looks)
    {
        using var cancellation = new CancellationTokenSource();
        var time = new CountedTime(looks, () => cancellation.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(
            () => AnnotatedWorkbook.Write(Rich, Problems, new Budget(time, cancellation.Token, Allowance.Marking)));
        Assert.InRange(time.Looks, looks, looks + 1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(50)]
    public void MarkingThatExceedsItsTimeLimitGivesTheListOfFindingsAlone(int looks)
    {
        var time = new CountedTime(looks, () => { });
        var answer = new Answer(AnnotatedWorkbook.Write(Rich, Problems, new Budget(time, CancellationToken.None, Allowance.Marking)));
        Assert.Equal("指摘一覧", Assert.Single(answer.SheetNames));
        Assert.Equal(6, answer.List.Length);
    }

    [Fact]
    public void APartIsLoadedAsXDocumentLoadsIt()
    {
        var parts = Answer.PartsOf(Rich).Concat(Answer.PartsOf(Some.Sample("takatsu")))
            .Where(p => p.Key.EndsWith(".xml", StringComparison.Ordinal)).Select(p => p.Value);
        var written = "<?xml version=\"1.0\" standalone=\"yes\"?>\n<!-- a --><a:b xmlns:a='u' c='&#10;' a:d=''>x<![CDATA[<]]>y<?p q?><e></e><e/> </a:b>\n"u8;
        foreach (var part in parts.Append(written.ToArray()))
            Assert.Equal(Saved(XDocument.Load(new MemoryStream(part), LoadOptions.PreserveWhitespace)), Saved(Loaded(part)));
    }

    [Theory]
    [InlineData("<row xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"90\"/>")]
    [InlineData("<c r=\"A1\"/>")]
    public void AWorkbookWhoseSheetPartIsNoWorksheetGetsAnAnswer(string part)
    {
        var book = TestBook.Of("zaisei", "課題", ["視点"]).Part("xl/worksheets/1.xml", part).ToBytes();
        Assert.NotEmpty(Answer.To(book, Problems).SheetNames);
    }

    [Fact]
    public void FoldersMayHaveBracesInTheirNames()
    {
        var parts = Answer.PartsOf(TestBook.Of("zaisei", "課題", ["視点"]).ToBytes());
        var renamed = parts.Select(p => (p.Key.Replace("xl/", "{9}/", StringComparison.Ordinal), Renamed(p.Value)));
        Assert.Equal(3, new Answer(AnnotatedWorkbook.Write(TestBook.Zip(renamed),
            Problems)).PartCount("{9}/worksheets/sheet1.xml", "{9}/comments1.xml", "{9}/drawings/vmlDrawing1.vml"));
    }

    private static byte[] Renamed(byte[] part) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(part).Replace("xl/", "{9}/", StringComparison.Ordinal));

    private static XDocument Loaded(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part));
        return new DocumentLoader(reader, [], Budget.New()).Load();
    }

    private static byte[] Saved(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, EditedPackage.AsItWas))
            document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>
    /// A clock that stands still until it has been read the given number of times. Then it runs the action and is a day later.
    /// </summary>
    private sealed class CountedTime(int looks, Action then) : TimeProvider
    {
        public int Looks { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            if (++Looks < looks)
                return 0;
            then();
            return TimeSpan.TicksPerDay;
        }
    }
}
