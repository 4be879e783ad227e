using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Tests;

public sealed class PlainCellTests
{
    [Theory]
    [InlineData("2018-病院局.xlsx", "2018-病院局.xlsx")]
    [InlineData("（高齢者）「いきいき」講座、", "（高齢者）「いきいき」講座、")]
    [InlineData(" 前後 ", "前後")]
    [InlineData("一つ  二つ", "一つ 二つ")]
    [InlineData("①㈱\u202E\uE000", "(1)(株)〓")]
    public void ATextIsWrittenWithoutLayoutSpacesAndPlatformDependentCharacters(string text, string plain) =>
        Assert.Equal(plain, PlainCell.Of(text));

    [Fact]
    public void ThePlainTextOfACellIsStableTrimmedAndWithoutPlatformDependentCharacters() => Prop.ForAll<NonNull<string>>(text =>
    {
        var plain = PlainCell.Of(text.Get);
        return plain == PlainCell.Of(plain) && !plain.EnumerateRunes().Any(MachineDependent.Is) && plain == plain.Trim();
    }).QuickCheckThrowOnFailure();

    // PlainCell returns a text of common characters unchanged. A text that also contains a space is converted character by character. Both
    // ways must give the same result for each character.
    [Fact]
    public void TheShortcutForCommonCharactersGivesTheSameResultAsTheFullConversion()
    {
        for (var c = '\u0021'; c < '\uD800'; c++)
            Assert.Equal(PlainCell.Of($"{c} あ"), $"{PlainCell.Of($"{c}")} あ".TrimStart());
    }
}
