namespace KawasakiServerless.Domain.Tests.Text;

public sealed class CommentTextTests
{
    [Theory]
    [InlineData("一行目\r\n二行目", "一行目\n二行目", false)]
    [InlineData("  両端  ", "両端", false)]
    [InlineData("<b>太字</b> & \"引用\"", "<b>太字</b> & \"引用\"", false)]
    [InlineData("列\t列", "列 列", false)]
    [InlineData("右から\u202E左", "右から左", true)]
    [InlineData("制\u0007御", "制御", true)]
    [InlineData("半分\uD842", "半分", true)]
    [InlineData("𠮷野家", "𠮷野家", false)]
    public void VisibleTextOfACommentIsKeptAndInvisibleCharactersAreRemoved(string typed, string kept, bool wasCleaned) =>
        Assert.Equal(new TypedText.Taken(kept, wasCleaned), CommentText.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n　")]
    [InlineData("\u202E\u200F")]
    public void ACommentWithoutVisibleTextIsEmpty(string? typed) => Assert.IsType<TypedText.Empty>(CommentText.Read(typed));

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    [InlineData(10_000, true)]
    public void ACommentOfMoreThan2000CharactersIsRefused(int length, bool isTooLong) =>
        Assert.Equal(isTooLong, CommentText.Read(new string('長', length)) is TypedText.TooLong);

    [Theory]
    [InlineData("川崎 太郎", "川崎 太郎")]
    [InlineData("川崎\u202E太郎", "川崎太郎")]
    [InlineData("<script>", "<script>")]
    [InlineData("", "氏名なし")]
    [InlineData(null, "氏名なし")]
    public void ANameIsCleanedOrReplacedByAPlaceholder(string? given, string name) => Assert.Equal(name, CommentText.NameOf(given));

    [Fact]
    public void ALongNameIsCutButNeverWithinACharacter()
    {
        var name = CommentText.NameOf($"{new string('名', 98)}𠮷{new string('名', 10_000)}");

        Assert.Equal($"{new string('名', 98)}…", name);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("  +1", "\"'  +1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a b\"")]
    [InlineData(null, "\"\"")]
    public void ACellOfCsvIsQuotedAndItsFormulaEscaped(string? text, string cell) =>
        Assert.Equal($"\uFEFF{cell}\r\n", System.Text.Encoding.UTF8.GetString(Csv.Write([[text]])));
}
