using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>If one cell of a sample is broken in memory, the reported problem must name this cell and no other.</summary>
public sealed class BrokenCellTests
{
    private const int Cases = 3_000;

    // Plain summaries for one more workbook, because the samples do not have the sheet やさしい日本語, which was introduced later.
    private static DepartmentRecords Summaries => DepartmentRecords.Of([.. Enumerable.Range(1, 3)
        .Select(n => new PlainSummary($"kenkofukushi-000{n}", Source.Read("", "", ""), SectionPage.Home, $"{n}つ目の文です。"))]);

    private static readonly Sample[] Samples = [.. new[] { "kenkofukushi", "takatsu", "byoin", "kodomomirai" }.Select(Some.Sample)
        .Append(Some.Template("kenkofukushi", Summaries)).Select(Sample.Of)];

    private static readonly Dictionary<string, Broken[]> ByHeader = new(StringComparer.Ordinal)
    {
        ["管理番号"] = [new("number-malformed", Text("12番")), new("number-malformed", Text("zaisei-0001"))],
        ["視点"] = [new("not-in-list", Text("視点9")), new("not-in-list", Number(9)), new("required", default)],
        ["施策"] = [new("not-in-list", Text("高齢施策")), new("required", default)],
        ["担当部署"] = [new("division-unknown", Text("宇宙局"))],
        ["課題と今後の方向性"] = [new("unpaired", Text("（仮称")), new("formula-like", Text("=A1")), new("required", default)],
        ["累計"] = [new("not-in-list", Text("多分"))],
        ["主な連携先"] = [new("partner-unknown", Text("宇宙局")), new("required", default)],
        ["事業名等"] = [new("required", default)],
        ["事業概要"] = [new("required", default)],
        ["今後の方向性"] = [new("required", default)],
        ["区"] = [new("not-in-list", Text("東区")), new("required", default)],
        ["年度"] = [new("not-a-year", Number(29)), new("era-ended", Text("平成32年度"))],
        ["期間開始"] = [new("not-a-year", Text("4月")), new("required", default)],
        ["総数"] = [new("not-a-number", Text("約100")), new("required", default)],
        ["割合"] = [new("not-a-number", Text("三割")), new("percent-over", Number(101)), new("digits-split", Text("0 .4"))],
        ["ページ"] = [new("not-in-list", Text("トプページ")), new("required", default)],
        ["やさしい文章"] = [new("unpaired", Text("市（まち")), new("required", default)],
        ["種別"] = [new("not-in-list", Text("絵")), new("required", default)],
        ["平成28（2016）年度"] = [new("figure-in-doubt", Text("約92")), new("not-a-number", Text("92人")),
            new("not-a-number", SheetCell.OfTruth(true)), new("figure-in-words", Text("abc"))],
        ["平成29（2017）年度"] = [new("not-a-number", new(CellKind.Date, null, 42_826)), new("digits-split", Text("5 6"))],
    };

    private static readonly Broken[] Anywhere =
    [
        new("error-value", new(CellKind.Error, "#REF!", 0)),
        new("formula-without-value", new(CellKind.NoValue, null, 0)),
        new("text-too-long", Text(new string('あ', 10_001))),
    ];

    [Fact]
    public void TheCellNamedIsTheCellThatWasBroken() =>
        FsCheck.Check.One(Seeded.Cases(Cases), Prop.ForAll(Mutation.ToArbitrary(), IsNamed));

    [Fact]
    public void EveryColumnIsTried() =>
        Assert.Equal(TemplateSheets.All.SelectMany(s => s.ColumnsFor(Some.Year)).Select(c => c.Header).ToHashSet(), Samples
            .SelectMany(s => s.Places).Select(p => p.Header).ToHashSet());

    private static Gen<(Sample Sample, WardPlace Place, Broken Broken)> Mutation =>
        from sample in Gen.Elements(Samples)
        from sheet in Gen.Elements(sample.Places.Select(p => p.Sheet).Distinct().ToArray())
        from header in Gen.Elements(sample.Places.Where(p => p.Sheet == sheet).Select(p => p.Header).Distinct().ToArray())
        from place in Gen.Elements(sample.Places.Where(p => p.Sheet == sheet && p.Header == header).ToArray())
        from broken in Gen.Elements(Anywhere.Concat(ByHeader.GetValueOrDefault(header, [])).ToArray())
        select (sample, place, broken);

    private static bool IsNamed((Sample Sample, WardPlace Place, Broken Broken) mutation)
    {
        var (sample, place, broken) = mutation;
        // Skips the sheets of initiatives and statistics. There, a row that adds a further indicator or share to a record may leave
        // required cells blank; and if it names another division, it contradicts the first row of the record, which is another problem.
        if (broken.Code is "required" or "division-unknown" && sample.Continues(place))
            return true;
        var named = sample.With(place, broken.Cell);
        return named.Contains((broken.Code, sample.NameOf(place)))
            && named.Except(sample.Named).All(n => n.Place == sample.NameOf(place) || !IsError(n.Code));
    }

    private static bool IsError(string code) => ProblemKinds.All.Single(k => k.Code == code).Severity == Severity.Error;

    private static SheetCell Text(string text) => SheetCell.OfText(text);

    private static SheetCell Number(double number) => new(CellKind.Number, null, number);

    private sealed record Broken(string Code, SheetCell Cell);

    private sealed record WardPlace(int Sheet, int Row, int Column, string Header);

    private sealed record Sample(Spreadsheet Workbook, WardPlace[] Places)
    {
        // The first 25 rows of a sheet are enough for the tests, and reading them thousands of times is fast.
        private const int Rows = 25;

        private static readonly string[] Continuing = [InitiativeSheet.Layout.Name, StatisticSheet.Layout.Name];

        private HashSet<(string Code, string Place)>? named;

        public HashSet<(string Code, string Place)> Named => named ??= Read(Workbook);

        public static Sample Of(byte[] book)
        {
            var read = SpreadsheetReader.Read(book, Budget.New()).Workbook!;
            var workbook = read with { Sheets = [.. read.Sheets.Select(Shortened)] };
            return new(
                workbook, [.. workbook.Sheets.Index().Skip(1).Where(s => !s.Item.IsHidden).SelectMany(s => PlacesOf(s.Index, s.Item))]);
        }

        public bool Continues(WardPlace place) => Continuing.Contains(Workbook.Sheets[place.Sheet].Name);

        public string NameOf(WardPlace place) => $"{Workbook.Sheets[place.Sheet].Name} {new CellAddress(place.Row, place.Column)}";

        public HashSet<(string Code, string Place)> With(WardPlace place, SheetCell cell) =>
            Read(Workbook with { Sheets = [.. Workbook.Sheets.Select((s, i) => i == place.Sheet ? Changed(s, place, cell) : s)] });

        private static Sheet Shortened(Sheet sheet) =>
            new(sheet.Name, [.. sheet.Rows.Take(Rows)], new(WorkbookLimits.Columns)) { IsHidden = sheet.IsHidden };

        private static IEnumerable<WardPlace> PlacesOf(int index, Sheet sheet) =>
            from row in sheet.Rows.Skip(1)
            from header in sheet.Rows[0].Cells
            select new WardPlace(index, row.Number, header.Column, header.Cell.Text);

        private static Sheet Changed(Sheet sheet, WardPlace place, SheetCell cell) =>
            new(
                sheet.Name,
                [.. sheet.Rows.Select(r => r.Number == place.Row ? r with { Cells = Cells(r, place.Column, cell) } : r)],
                new(WorkbookLimits.Columns))
            { IsHidden = sheet.IsHidden };

        private static (int, SheetCell)[] Cells(SheetRow row, int column, SheetCell cell) =>
            [.. row.Cells.Where(c => c.Column != column).Concat(cell.IsBlank ? [] : [(column, cell)]).OrderBy(c => c.Column)];

        private static HashSet<(string Code, string Place)> Read(Spreadsheet workbook) =>
            [.. WorkbookReader.Read(workbook, new(Some.Register, Some.Year, null), Budget.New()).Problems
                .SelectMany(p => Expanded(p.Cell ?? "").Select(c => (p.Code, $"{p.Sheet} {c}")))];

        // Lists the single cells of a text such as B5, B9–B12.
        private static IEnumerable<string> Expanded(string cells) => cells.Split(", ").SelectMany(run =>
        {
            var ends = Regex.Matches(run, "([A-Z]+)([0-9]+)");
            return ends.Count < 2
                ? [run]
                : Enumerable.Range(Row(ends[0]), Row(ends[1]) - Row(ends[0]) + 1).Select(row => $"{ends[0].Groups[1].Value}{row}");
        });

        private static int Row(Match end) => int.Parse(end.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
