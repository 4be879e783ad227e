using KawasakiServerless.Site.Shared;

namespace KawasakiServerless.Site.Tests;

public class PhrasesTests
{
    [Theory]
    [InlineData("高齢者のいきがづくり、健康づくり、社会参加の促進", "高齢者のいきがづくり、|健康づくり、|社会参加の|促進")]
    [InlineData("第4期計画の策定", "第4期計画の|策定")]
    [InlineData("第４期計画", "第４期計画")]
    [InlineData("平成29（2017）年度の取組", "平成29|（2017）|年度の|取組")]
    [InlineData("がん検診：肺がん 受診率", "がん検診：肺がん 受診率")]
    [InlineData("引き続き取り組みを支援", "引き続き取り組みを|支援")]
    [InlineData("「見守り」、「支え合い」", "「見守り」、|「支え合い」")]
    [InlineData("", "")]
    public void PhrasesEndOnlyAtPunctuationBracketsAndParticles(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Phrases.Of(text)));

    [Fact]
    public void PhrasesAddUpToTheTextAndNeverDivideNumbersOrHiragana() => Assert.All(
        Some.Report.Initiatives.Select(i => i.Text).Concat(Some.Report.Passages.SelectMany(p => p.Path)),
        text =>
        {
            var phrases = Phrases.Of(text).ToList();
            Assert.Equal(text, string.Concat(phrases));
            Assert.All(phrases.Zip(phrases.Skip(1)), pair => Assert.False(
                (char.IsDigit(pair.First[^1]) && char.IsLetterOrDigit(pair.Second[0]))
                    || (IsKana(pair.First[^1]) && IsKana(pair.Second[0])),
                $"{pair.First}|{pair.Second}"));
        });

    private static bool IsKana(char character) => character is >= 'ぁ' and <= 'ゟ';
}
