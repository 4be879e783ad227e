using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// Arbitrary records of the coordinator's department in <see cref="Some.SmallRegister"/>. Their texts contain what often causes errors in
/// markup, paths, JSON and XML; their sizes go up to the limits of a record and slightly beyond.
/// </summary>
internal static class HardRecords
{
    private static readonly Source Nowhere = Source.Read("", "", "");

    private static readonly string[] Fragments =
    [
        "\uE000", "😀", "𠮷", "か\u3099", "\u202Eאב\u202C", "\u0001", "\0", "\u0085", "</script><script>", "</title></svg>", "<!--", "]]>",
        "\"", "'", "\\", "。", "…",
        "\u200B", "\u2060", "..", "../", "con", "nul", "index.html", "document-2", ".", "%2e%2f", "%", "_x0000_", "_xFFFE_", "_x", "\uFFFE",
        "\uFFFF", "\uD83D", "\uDE00",
        "㌖", "⑳", "ﷺ", "１", "1", "-", "#", "?", "/", "&amp;", "<", ">", "{{", "@", "=", "+", "\n", "\t", " ", "　", "\u00A0", "\u2028", "㍻",
        "健康福祉局、", "全局", "Ａ", "a", "A", "資料1-1", "H28：1,000 ",
    ];

    private static readonly decimal[] Numbers =
    [
        0, 1, -1, 999_999_999_999_999, -999_999_999_999_999, 0.1m, 0.1000000000000000000000000001m, 0.0000000000000000000000000001m,
        99_999_999_999_999.9m, 33.3333333333333m, 1e14m,
    ];

    /// <summary>
    /// Returns one set of records for each case. The sets are the same on every machine; only every fourth may exceed the limits.
    /// </summary>
    public static IEnumerable<DepartmentRecords> Sample(int cases) => Enumerable.Range(1, cases).Select(n =>
        Records(n % 4 == 0 ? 1 : 0).Sample(8, new Rnd((ulong)n), 8).First());

    private static Gen<DepartmentRecords> Records(int beyond) =>
        from initiatives in Initiative(beyond).Zip(Few(Indicator(beyond))).ListOf()
        from others in Few(Gen.OneOf(Direction(beyond), Collaboration(beyond), WardActivity(beyond), Statistic(beyond), Passage(beyond),
            PlainSummary(beyond)))
        select Numbered([.. initiatives.Take(4).SelectMany((x, n) => Owned(x.Item1 with { Id = $"draft {n}" }, x.Item2))], [.. others]);

    private static IEnumerable<Record> Owned(Initiative initiative, List<Indicator> indicators) =>
        [initiative, .. indicators.Select((x, n) => x with { Id = $"{initiative.Id} {n}", Initiative = initiative.Id })];

    private static DepartmentRecords Numbered(List<Record> reported, List<Record> others) =>
        DepartmentRecords.Of([.. reported, .. others.Select((r, n) => r with { Id = $"other {n}" })]);

    private static Gen<List<T>> Few<T>(Gen<T> one) => one.ListOf().Select(l => l.Take(6).ToList());

    /// <param name="most">The maximum number of characters, apart from the excess that <paramref name="beyond"/> allows.</param>
    /// <param name="beyond">By how many characters the text sometimes exceeds the maximum; zero for never.</param>
    private static Gen<string> Text(int most, int beyond) =>
        from pieces in Gen.Elements(Fragments).NonEmptyListOf()
        from length in Gen.Frequency((12, Gen.Constant(0)), (2, Gen.Constant(most)), (1, Gen.Constant(most + beyond)))
        select Filled(string.Concat(pieces), Math.Max(length, Math.Min(most, pieces.Sum(p => p.Length))));

    // Repeats the piece up to the given length. A result that would consist only of white space, control characters and non-characters is
    // replaced by another text, because its cell would count as blank.
    private static string Filled(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        return text.All(c => char.IsWhiteSpace(c) || char.IsControl(c) || c >= '\uFFFE') ? new string('文', length) : text;
    }

    private static Gen<string?> Maybe(int most, int beyond) =>
        Gen.OneOf(Gen.Constant((string?)null), Text(most, beyond).Select(t => (string?)t));

    private static Gen<EquatableList<string>> ListOf(int items, int most, int beyond) => Gen.OneOf(
        Gen.Constant<EquatableList<string>>([]),
        Few(Text(50, 0)).Select(l => l.ToEquatableList()),
        Gen.Constant(Enumerable.Range(1, items + beyond).Select(n => $"項目{n}").ToEquatableList()),
        Text(most, beyond).Select(t => (EquatableList<string>)[t]));

    private static Gen<EquatableList<string>> Divisions(int beyond) => ListOf(RecordLimits.ListItems, RecordLimits.ListLength, beyond);

    private static Gen<Initiative> Initiative(int beyond) =>
        from divisions in Divisions(beyond)
        from text in Text(RecordLimits.TextLength, beyond)
        select new Initiative("", Nowhere, 1, "elderly", divisions, text);

    private static Gen<Indicator> Indicator(int beyond) =>
        from name in Text(RecordLimits.TextLength, beyond)
        from rest in Maybe(RecordLimits.TextLength, beyond).Zip(Maybe(RecordLimits.TextLength, beyond))
        from cumulative in Gen.Elements(true, false)
        from figures in Gen.CollectToArray(new[] { 2016, 2017, 2018 }, year => Figure(year, beyond))
        from notes in ListOf(RecordLimits.ListItems, RecordLimits.ListLength, beyond)
        select new Indicator("", Nowhere, "", name, rest.Item1, rest.Item2, cumulative, [.. figures], notes);

    private static Gen<Figure> Figure(int year, int beyond) => Gen.OneOf(
        Gen.Elements(Numbers).Select(n => Domain.Figure.Reported(FiscalYear.Of(year), n)),
        Text(RecordLimits.FigureLength - 2, beyond).Select(t => Domain.Figure.InWords(FiscalYear.Of(year), $"実施{t}")),
        Gen.Constant(Domain.Figure.NotReported(FiscalYear.Of(year))),
        Gen.Constant(Domain.Figure.NotApplicable(FiscalYear.Of(year))));

    private static Gen<Record> Direction(int beyond) =>
        Initiative(beyond).Select(i => (Record)new Direction("", Nowhere, 1, "elderly", i.Divisions, i.Text));

    private static Gen<Record> Collaboration(int beyond) =>
        Gen.ArrayOf(Text(RecordLimits.TextLength, beyond), 4).Select(t => (Record)new Collaboration("", Nowhere, t[0], t[1], t[2], t[3]));

    private static Gen<Record> WardActivity(int beyond) =>
        from ward in Gen.Elements<string?>(null, "takatsu")
        from year in Gen.Elements<FiscalYear?>(null, FiscalYear.Of(1926), FiscalYear.Of(2017), FiscalYear.Of(2100))
        from category in Gen.Elements<string?>([null, .. Domain.WardActivity.Categories])
        from texts in Maybe(RecordLimits.TextLength, beyond).Zip(Text(RecordLimits.TextLength, beyond))
        select (Record)new WardActivity("", Nowhere, ward, year, category, texts.Item1, texts.Item2);

    private static Gen<YearMonth> Month => Gen.Choose(1926, 2100).Zip(Gen.Choose(1, 12)).Select(p => YearMonth.Of(p.Item1, p.Item2));

    private static Gen<Record> Statistic(int beyond) =>
        from texts in Gen.ArrayOf(Text(RecordLimits.TextLength, beyond), 2)
        from months in Month.Zip(Month)
        from total in Gen.Elements(Numbers)
        from shares in Gen.OneOf(
            Few(Share(beyond)), Share(beyond).Select(s => Enumerable.Repeat(s with { Note = null }, RecordLimits.Shares + beyond).ToList()))
        select (Record)new Statistic(
            "", Nowhere, texts[0], texts[1], months.Item1, months.Item2, total, [.. shares.DefaultIfEmpty(new("他", 1, null))]);

    private static Gen<Share> Share(int beyond) =>
        from label in Text(100, beyond)
        from percent in Gen.Elements(Numbers)
        from note in Maybe(RecordLimits.TextLength, beyond)
        select new Share(label, percent, note);

    private static Gen<Record> Passage(int beyond) =>
        from document in Text(RecordLimits.DocumentLength, beyond)
        from path in ListOf(RecordLimits.PathLevels, RecordLimits.PathLength, beyond)
        from kind in Gen.Elements(Enum.GetValues<PassageKind>())
        from text in Text(RecordLimits.TextLength, beyond)
        select (Record)new Passage("", Nowhere, document, path, kind, text);

    private static Gen<Record> PlainSummary(int beyond) =>
        from page in Gen.Elements(SectionPage.Home, SectionPage.Of(1), SectionPage.OfDocument("資料1-1"), SectionPage.OfWard("takatsu"))
        from text in Text(RecordLimits.TextLength, beyond)
        select (Record)new PlainSummary("", Nowhere, page, text);
}
