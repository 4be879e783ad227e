namespace KawasakiServerless.Domain.Tests;

public sealed class KanaReadingTests
{
    [Theory]
    [InlineData("がっこう", "かつこう")]
    [InlineData("ガッコウ", "かつこう")]
    [InlineData("ケアマネジャー", "けあまねしや")]
    [InlineData("ぱーと", "はと")]
    [InlineData("ー", "")]
    [InlineData("", "")]
    public void ADictionaryKeyHasNoMarksAndNoSmallKana(string reading, string key) => Assert.Equal(key, KanaReading.DictionaryKey(reading));
}
