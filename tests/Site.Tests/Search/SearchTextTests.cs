using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

public class SearchTextTests
{
    // Another test checks with the same Folded.json, in Chromium, that Scripts/shards.js folds (normalizes) texts in the same way.
    public static TheoryData<string, string> Folded
    {
        get
        {
            var data = new TheoryData<string, string>();
            using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Search", "Folded.json"));
            foreach (var (text, folded) in JsonSerializer.Deserialize<Dictionary<string, string>>(file)!)
                data.Add(text, folded);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Folded))]
    public void SpellingVariantsOfAWordAreFoldedToOneSpelling(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Theory]
    [InlineData("平成29年度", "2017")]
    [InlineData("H29", "2017")]
    [InlineData("Ｈ２９年", "2017")]
    [InlineData("2017年度", "2017")]
    [InlineData("平成29（2017）年度", "2017 2017")]
    [InlineData("令和元年度、R2、昭和64年", "2019 2020 1989")]
    [InlineData("平成27～29年度", "2015 2016 2017")]
    [InlineData("平成二十九年度、平成三十年、昭和六十三年、令和三年度、平成十年", "2017 2018 1988 2021 1998")]
    [InlineData("平成二十九、昭和二丁目、平成年度", "")]
    [InlineData("2,017件と2017件", "")]
    [InlineData("h129、29年度、DH29", "")]
    public void YearsOfTheJapaneseAndWesternCalendarsAreRecognized(string text, string years) =>
        Assert.Equal(years, string.Join(' ', SearchYears.Of(SearchText.Fold(text)).Select(y => Svg.Number(y))));

    [Theory]
    [InlineData("認知症カフェ", "認知 知症 症か かふ ふぇ 認 知 症")]
    [InlineData("49か所", "49 か所 所")]
    [InlineData("ICT化", "i ic ict 化")]
    [InlineData("あ", "")]
    [InlineData("H29", "h 29 @2017")]
    public void ATextIsCutIntoTokens(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', SearchTokens.Of(SearchText.Fold(text))));

    [Fact]
    public void AnyTextFoldsToWordsAndSingleSpaces() => Prop.ForAll(AnyText().ToArbitrary(), text =>
    {
        var folded = SearchText.Fold(text);
        Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
        Assert.DoesNotContain(folded, char.IsSurrogate);
        Assert.DoesNotContain(folded, c => c is >= 'A' and <= 'Z' or >= 'ァ' and <= 'ヶ');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ApplyingARuleGivesTheSameResultAsItsRegularExpression()
    {
        IReadOnlyList<SearchRule> rules = [.. SearchRule.BeforeKana, .. SearchRule.AfterKana];
        var letters = string.Concat(rules.Select(r => r.Pattern)).Where(char.IsLetterOrDigit).Concat("-,.~ アー").Distinct().ToArray();
        var words = rules.SelectMany(r => Regex.Matches(r.Pattern, @"\p{L}{2,}").Select(m => m.Value)).Distinct().ToArray();
        var text = Gen.OneOf(Gen.Elements(letters).Select(c => c.ToString()), Gen.Elements(words)).ListOf().Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), text => Assert
            .All(rules, rule => Assert.Equal(Regex.Replace(text, rule.Pattern, rule.Replacement), rule.Apply(text))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void FullWidthAndHalfWidthCharactersAreFoldedToTheSameText() => Prop.ForAll(AnyText().ToArbitrary(), text =>
    {
        var wide = string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));
        Assert.Equal(SearchText.Fold(text), SearchText.Fold(wide));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheTokensOfEachWordAreAmongTheTokensOfTheText() => Prop.ForAll(AnyText().ToArbitrary(), text =>
    {
        var folded = SearchText.Fold(text);
        var tokens = SearchTokens.Of(folded).ToHashSet(StringComparer.Ordinal);
        Assert.All(folded.Split(' ', '~').SelectMany(SearchTokens.Of).Where(t => t[0] != '@'), token => Assert.Contains(token, tokens));
    }).QuickCheckThrowOnFailure();

    private static Gen<string> AnyText() => Gen.Frequency(
            (1, Gen.Choose(0, char.MaxValue).Select(c => (char)c)),
            (3, Gen.Elements("\uD800\uDC00\uFFFE\uE000ーｰ-−~〜.,ｶﾞ゛゜がケヶ箇所カセンターHh29平成年度 　・「」取り組み子供1２,000".ToCharArray())))
        .ArrayOf().Select(characters => new string(characters));
}
