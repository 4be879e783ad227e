namespace KawasakiServerless.Domain.Tests;

public sealed class LookalikeCharactersTests
{
    [Fact]
    public void EachRadicalHasOneIdeographThatIsNoRadical()
    {
        var pairs = LookalikeCharacters.Radicals.Chunk(2).ToList();

        Assert.Distinct(pairs.Select(p => p[0]));
        Assert.All(pairs, p => Assert.InRange(p[0], '\u2E80', '\u2EF3'));
        Assert.All(pairs, p => Assert.InRange(p[1], '\u3400', '\u9FFF'));
    }

    [Fact]
    public void RadicalsThatNfkcReplacesHaveTheSameIdeographAsInNfkc() =>
        Assert.All(LookalikeCharacters.Radicals.Chunk(2).Where(p => $"{p[0]}".Normalize(System.Text.NormalizationForm.FormKC) != $"{p[0]}"),
            p => Assert.Equal($"{p[1]}", $"{p[0]}".Normalize(System.Text.NormalizationForm.FormKC)));

    [Theory]
    [InlineData("\u200B", true)]
    [InlineData("　\u2060\n", true)]
    [InlineData("", true)]
    [InlineData("\u200B1", false)]
    [InlineData("。", false)]
    public void ATextOfInvisibleCharactersShowsNothing(string text, bool isNothing) =>
        Assert.Equal(isNothing, LookalikeCharacters.ShowsNothing(text));
}
