using static KawasakiServerless.Benchmarks.HostileKinds;
using static KawasakiServerless.Benchmarks.StreamedBook;

namespace KawasakiServerless.Benchmarks;

/// <summary>Workbooks with hostile parts of the .xlsx package that are read before any cell.</summary>
internal static class HostileParts
{
    private static readonly string[] Header = ["視点", "施策", "課題と今後の方向性"];

    public static IReadOnlyList<HostileKind> All { get; } =
    [
        new("sheets listed by the million",
            () => Book().Listing([], Many(1_500_000, i => $"<sheet name=\"s{i}\" sheetId=\"{i}\" r:id=\"s0\"/>"), []).ToBytes()),
        new("relations by the million",
            () => Book().Listing([], [], Many(1_500_000, i => $"<Relationship Id=\"z{i}\" Type=\"t\" Target=\"t{i}\"/>")).ToBytes()),
        new("an attribute of 100 MB full of >",
            () => Book().Listing([$"<workbookPr a=\"", .. Enumerable.Repeat(Times(">", 1_000), 100_000), "\"/>"], [], []).ToBytes()),
        new("an attribute of 100 MB full of line breaks",
            () => Book().SharedStrings(["<si a=\"", .. Enumerable.Repeat(Times(">\n", 1_000), 50_000), "\"/>"]).ToBytes()),
        new("a comment of 100 MB", () => Book().SharedStrings(["<!--", .. Enumerable.Repeat(Times("> ", 1_000), 50_000), "-->"]).ToBytes()),
        new("an instruction of 100 MB", () => Book().SharedStrings(["<?p ", .. Enumerable.Repeat(Times("> ", 1_000), 50_000), "?>"])
            .ToBytes()),
        new("a text of 150 MB", () => Book().SharedStrings(["<si><t>", .. Enumerable.Repeat(Times("字", 1_000), 50_000), "</t></si>"])
            .ToBytes()),
        new("white space of 190 MB", () => Book().SharedStrings(Enumerable.Repeat(Times(" ", 1_000), 190_000)).ToBytes()),
        new("names of elements by the million", () => Book().SharedStrings(Many(4_500_000, i => $"<e{i}/>")).ToBytes()),
        new("names of attributes by the million", () => Book().SharedStrings(Many(4_500_000, i => $"<e a{i}=\"\"/>")).ToBytes()),
        new("namespaces by the million", () => Book().SharedStrings(Many(4_000_000, i => $"<e xmlns=\"u{i}\"/>")).ToBytes()),
        new("100,000 attributes of an element",
            () => Book().SharedStrings(Many(50, n => $"<e {string.Concat(Many(90_000, i => $"a{i}=\"\" "))}/>")).ToBytes()),
        new("elements within elements", () => Book().SharedStrings(Enumerable.Repeat("<a>", 10_000_000)).ToBytes()),
        new("shared texts by the million", () => Book().SharedStrings(Many(4_500_000, i => $"<si><t>{i}</t></si>")).ToBytes()),
        new("empty shared texts by the million", () => Book().SharedStrings(Enumerable.Repeat("<si/>", 30_000_000)).ToBytes()),
        new("a shared text of a million runs",
            () => Book().SharedStrings(["<si>", .. Enumerable.Repeat("<r><rPr/><t>x</t></r>", 8_000_000), "</si>"]).ToBytes()),
        new("phonetic guides by the million",
            () => Book().SharedStrings(["<si>", .. Enumerable.Repeat("<rPh><t>x</t></rPh>", 9_000_000), "</si>"]).ToBytes()),
        new("long shared texts, 150 MB", () => Book().SharedStrings(Many(2_500, i => $"<si><t>{i}{Times("字", 20_000)}</t></si>"))
            .ToBytes()),
        new("escapes in shared texts, 190 MB", () => Book().SharedStrings(Many(2_700, i => $"<si><t>{i}{Times("_x000D_", 9_900)}</t></si>"))
            .ToBytes()),
        new("cell formats by the million", () => Book().Styles(["<cellXfs>", .. Enumerable.Repeat("<xf/>", 20_000_000), "</cellXfs>"])
            .ToBytes()),
        new("number formats by the hundred thousand", () => Book().Styles(["<numFmts>",
            .. Many(99_000, i => $"<numFmt numFmtId=\"{i}\" formatCode=\"{Times("[a]&quot;b", 24)}\"/>"), "</numFmts>"]).ToBytes()),
        new("document properties by the million", Properties),
        new("entries by the hundred thousand", Entries),
    ];

    private static StreamedBook Book() => Of(Department).Table("課題", Header, [Row(2, ["1", "その他", "文"])]);

    private static byte[] Properties() => Book()
        .Part("_rels/.rels", ["<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            + "Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/workbook.xml\"/><Relationship Id=\"b\" Type=\"x/custom-properties\" "
            + "Target=\"/docProps/custom.xml\"/></Relationships>"])
        .Part("docProps/custom.xml", ["<Properties>",
            .. Many(2_400_000, i => $"<property name=\"p{i}\"><v>{i}</v></property>"), "</Properties>"])
        .ToBytes();

    private static byte[] Entries() => Enumerable.Range(0, 150_000).Aggregate(Book(), (book, i) => book.Part($"x{i}", [""])).ToBytes();
}
