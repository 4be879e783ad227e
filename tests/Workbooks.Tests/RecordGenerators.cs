using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>Generates arbitrary records of the coordinator, whose template has every sheet.</summary>
internal static class RecordGenerators
{
    private static readonly Source Nowhere = Source.Read("", "", "");

    private static readonly string[] Fragments =
    [
        "=", "+", "-", "@", "'", "\"", "<", ">", "&", "]]>", "\n", "\r\n", "\t", " ", "　", "あ", "漢字", "😀", "_x0041_", "_x", "_x005F_", "0",
        "９", ",", "・", "㍻", "\u00A0", "取組",
    ];

    private static Gen<string> Text => Gen.Elements(Fragments).ListOf().Select(l => Clean(string.Concat(l)));

    private static Gen<string?> Maybe => Gen.OneOf(Gen.Constant((string?)null), Text.Select(t => (string?)t));

    private static Gen<decimal> Number =>
        Gen.Choose(-999_999_999, 999_999_999).Zip(Gen.Choose(0, 4)).Select(p => p.Item1 / (decimal)Math.Pow(10, p.Item2));

    private static Gen<EquatableList<string>> ListOf(params string[] without) =>
        Short(RecordLimits.ListLength / RecordLimits.ListItems)
            .Select(t => Clean(without.Append("\n").Aggregate(t, (s, w) => s.Replace(w, "", StringComparison.Ordinal))))
            .ListOf().Select(l => l.Take(RecordLimits.ListItems).ToEquatableList());

    private static Gen<string> Short(int most) =>
        Text.Select(t => Clean(t.Length <= most ? t : t[..(char.IsHighSurrogate(t[most - 1]) ? most - 1 : most)]));

    private static Gen<(int Viewpoint, string Area)> Place =>
        Gen.Elements(1, 2, 3, 4, 5).Zip(Gen.Elements(Some.Register.PolicyAreas.Select(a => a.Code).ToArray()));

    private static Gen<bool> Numbered => Gen.Elements(true, false);

    private static Gen<Initiative> Initiative =>
        from place in Place
        from divisions in ListOf("、", "，", ",", ";", "；")
        from text in Text
        from numbered in Numbered
        select new Initiative(numbered ? "n" : "d", Nowhere, place.Viewpoint, place.Area, divisions, text);

    private static Gen<Indicator> Indicator =>
        from name in Text
        from rest in Maybe.Zip(Maybe)
        from cumulative in Numbered
        from figures in Gen.CollectToArray(new[] { 2016, 2017, 2018 }, Figure)
        from notes in ListOf()
        select new Indicator("", Nowhere, "", name, rest.Item1, rest.Item2, cumulative,
            [.. figures.Where(f => f.Year.Year < 2018 || f.Status != FigureStatus.NotReported)], notes);

    private static Gen<Figure> Figure(int year) => Gen.OneOf(
        Number.Select(n => Domain.Figure.Reported(FiscalYear.Of(year), n)),
        Short(RecordLimits.FigureLength - 5).Select(t => Domain.Figure.InWords(FiscalYear.Of(year), $"実施した{t}。")),
        Gen.Constant(Domain.Figure.NotReported(FiscalYear.Of(year))),
        Gen.Constant(Domain.Figure.NotApplicable(FiscalYear.Of(year))));

    private static Gen<Record> Direction =>
        from place in Place
        from divisions in ListOf("、", "，", ",", ";", "；")
        from text in Text
        from numbered in Numbered
        select (Record)new Direction(numbered ? "n" : "d", Nowhere, place.Viewpoint, place.Area, divisions, text);

    private static Gen<Record> Collaboration =>
        from texts in Gen.ArrayOf(Text, 4)
        from numbered in Numbered
        select (Record)new Collaboration(numbered ? "n" : "d", Nowhere, texts[0], texts[1], texts[2], texts[3]);

    private static Gen<Record> WardActivity =>
        from ward in Gen.Elements<string?>([null, .. Some.Register.Wards.Select(w => w.Code)])
        from year in Gen.Elements<FiscalYear?>([null, FiscalYear.Of(1989), FiscalYear.Of(2016), FiscalYear.Of(2019)])
        from category in Gen.Elements<string?>([null, .. Domain.WardActivity.Categories])
        from heading in Maybe
        from text in Text
        from numbered in Numbered
        select (Record)new WardActivity(numbered ? "n" : "d", Nowhere, ward, year, category, heading, text);

    private static Gen<YearMonth> Month => Gen.Choose(1926, 2100).Zip(Gen.Choose(1, 12)).Select(p => YearMonth.Of(p.Item1, p.Item2));

    private static Gen<Record> Statistic =>
        from texts in Gen.ArrayOf(Text, 2)
        from months in Month.Zip(Month)
        from total in Number
        from shares in Text.Zip(Number).Zip(Maybe).Select(s => new Share(s.Item1.Item1, s.Item1.Item2, s.Item2)).NonEmptyListOf()
        select (Record)new Statistic("d", Nowhere, texts[0], texts[1], months.Item1, months.Item2, total, [.. shares]);

    private static Gen<Record> Passage =>
        from document in Short(RecordLimits.DocumentLength)
        from text in Text
        from path in ListOf("＞", ">")
        from kind in Gen.Elements(Enum.GetValues<PassageKind>())
        select (Record)new Passage("d", Nowhere, document, [.. path.Take(RecordLimits.PathLevels)], kind, text);

    private static Gen<Record> PlainSummary =>
        from page in Gen.Elements(SectionPageNames.AllOf(Some.Register).Select(p => p.Page).ToArray())
        from text in Text
        from numbered in Numbered
        select (Record)new PlainSummary(numbered ? "n" : "d", Nowhere, page, text);

    public static Gen<DepartmentRecords> Records =>
        from initiatives in Initiative.Zip(Indicator.ListOf()).ListOf()
        from others in Gen.OneOf(Direction, Collaboration, WardActivity, Statistic, Passage, PlainSummary).ListOf()
        select Numbering.Apply(initiatives.Select(i => (i.Item1, i.Item2.ToList())).ToList(), others.ToList());

    // A text that is only a ditto mark, such as ", or only a dash is left out, because it is read as the value of the cell above or as a
    // blank cell.
    private static string Clean(string text) =>
        text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } trimmed && DittoMarkText.In(trimmed) is null
            && !NoEntry.Is(SheetCell.OfText(trimmed))
            ? trimmed
            : "文";

    /// <summary>
    /// Gives every record an id of its own. Initiatives and statistics, which are distinguished by their text, also get a text of their
    /// own.
    /// </summary>
    private static class Numbering
    {
        public static DepartmentRecords Apply(List<(Initiative Initiative, List<Indicator> Indicators)> initiatives, List<Record> others)
        {
            var number = 0;
            var records = new List<Record>();
            foreach (var (initiative, indicators) in initiatives)
            {
                var told = (Initiative)WithId(initiative with { Text = $"{initiative.Text}#{number}" }, ++number);
                records.Add(told);
                records.AddRange(indicators.Select((x, i) => x with { Id = $"{told.Id}-{i + 1}", Initiative = told.Id }));
            }

            records.AddRange(others.Select(r => WithId(r is Statistic s ? s with { Name = $"{s.Name}#{number}" } : r, ++number)));
            return DepartmentRecords.Of(records);
        }

        private static Record WithId(Record record, int number) =>
            record with { Id = record.Id == "n" ? new RecordId("kenkofukushi", number).ToString() : $"draft {number}" };
    }
}
