using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>Generates arbitrary series, and the ways in which departments write them.</summary>
internal static class SeriesGenerators
{
    public const string Item = "（仮称）第2期計画に基づく (5か所) の取組・「ふれあい」の推進（再掲）";

    private static readonly string[] Words = ["実施", "第4次計画策定", "冊子の配布、Web での公開。", "-", "未定（検討中）", "e ラーニングを3回"];

    private static Gen<string> Name => Gen.Elements(
        "配布部数", "(KIS) 認証数", "かわさき市民活動センター 登録団体数", "老人福祉大会・老人クラブ大会参加人数", "「かわさき」普及の実施回数", "第2期計画の利用者数", "40歳以上の受診率", "協力病院数");

    private static Gen<string?> Unit => Gen.Elements(null, "回", "人", "名", "か所", "箇所", "%", "クラブ", "世帯");

    private static Gen<bool> Coin => Gen.Elements(true, false);

    // Excludes numbers that look like years, because 2016、2017年度： would be read as two years.
    private static Gen<decimal> Number =>
        Gen.Choose(-99_999, 9_999_999).Zip(Gen.Choose(0, 3)).Select(p => p.Item1 / (decimal)Math.Pow(10, p.Item2))
            .Where(n => n is < 1926 or > 2100);

    private static Gen<Figure> Figure(int year, bool inWords) => inWords
        ? Gen.Elements(Words).Select(w => Domain.Figure.InWords(FiscalYear.Of(year), w))
        : Number.Select(n => Domain.Figure.Reported(FiscalYear.Of(year), n));

    private static Gen<RunningSeries> OfNumbers =>
        from name in Name
        from groupAndUnit in Gen.Elements(null, "川崎病院", "高津区").Zip(Unit)
        from cumulative in Coin
        from figures in Figures(inWords: false)
        from note in Gen.Elements<string?>(null, "調整会議", "一部（試行）")
        select new RunningSeries(name, groupAndUnit.Item1, groupAndUnit.Item2, cumulative, figures, note is null ? [] : [note]);

    private static Gen<RunningSeries> OfWords =>
        from name in Gen.OneOf(Name, Gen.Constant(Item))
        from figures in Figures(inWords: true)
        select new RunningSeries(name, null, null, false, figures, []);

    public static Gen<List<RunningSeries>> Series =>
        Gen.OneOf(OfNumbers, OfNumbers, OfWords).NonEmptyListOf().Select(l => l.Take(4).ToList());

    public static Gen<Writing> Writing =>
        from colon in Gen.Elements("：", ":", " : ", "　：　")
        from year in Gen.Elements("H", "h", "平成", "年", "年度", "西暦")
        from between in Gen.Elements(" ", "　", "、", "、 ", "\n")
        from before in Gen.Elements("", " ", "　")
        from minus in Gen.Elements("▲", "△", "-", "−")
        from grouped in Coin
        from wide in Coin
        from layout in Gen.Elements("{0}（{1}）", "{0}({1})", "{0}\n{1}", "{0}\n（{1}）", "{0}\r\n\r\n({1})\r\n")
        select new Writing(colon, year, between, before, minus, grouped, wide, layout);

    private static Gen<EquatableList<Figure>> Figures(bool inWords) =>
        from first in Gen.Choose(2014, 2018)
        from count in Gen.Choose(1, 4)
        from figures in Gen.CollectToArray(Enumerable.Range(first, count).ToArray(), y => Figure(y, inWords))
        select figures.ToEquatableList();
}

/// <param name="Before">The text between a number and its unit.</param>
internal sealed record Writing(
    string Colon, string Year, string Between, string Before, string Minus, bool IsGrouped, bool IsWide, string Layout)
{
    public string Write(IEnumerable<RunningSeries> series)
    {
        var text = string.Join(" / ", series.Select(Write));
        return IsWide ? string.Concat(text.Select(c => c is > ' ' and <= '~' and not '/' ? (char)(c + 0xFEE0) : c)) : text;
    }

    private string Write(RunningSeries series)
    {
        var name = series.Name == SeriesGenerators.Item ? "" : series.Name;
        return $"{name}{(series.IsCumulative ? "（累計）" : "")} {series.Group} ".TrimStart()
            + string.Join(Between, series.Figures.Select(f => YearOf(f.Year) + Colon + Write(f, series.Unit)))
            + string.Concat(series.Notes.Select(n => $"（{n}）"));
    }

    private string YearOf(FiscalYear year) => Year switch
    {
        "平成" => year.EraLabel,
        "年" => $"H{year.Year - 1988}年",
        "年度" => $"H{year.Year - 1988}年度",
        "西暦" => $"{year.Year}年度",
        _ => $"{Year}{year.Year - 1988}",
    };

    private string Write(Figure figure, string? unit)
    {
        if (figure.Value is not { } value)
            return figure.Text!;
        var digits = Math.Abs(value).ToString(IsGrouped ? "#,0.###" : "0.###", CultureInfo.InvariantCulture);
        return $"{(value < 0 ? Minus : "")}{digits}{(unit is null ? "" : Before + unit)}";
    }
}
