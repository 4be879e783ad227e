using KawasakiServerless.Web.Api.Submissions;

namespace KawasakiServerless.Web.Tests.Api;

public sealed class UploadedFileNameTests
{
    private const string Pair = "𠮷";

    public static TheoryData<string?, string?> Names => new()
    {
        { null, null },
        { "", null },
        { " \u3000 ", null },
        { "H30報告（総務）.xlsx", "H30報告（総務）.xlsx" },
        { "  報告.xlsx\t", "報告.xlsx" },
        { @"C:\Users\yamada\報告.xlsx", "報告.xlsx" },
        { "/home/yamada/報告.xlsx", "報告.xlsx" },
        { "../../etc/passwd", "passwd" },
        { @"..\mixed/報告.xlsx", "報告.xlsx" },
        { "folder/", null },
        { "..", null },
        { ".", null },
        { "a\0b\r\nc\u007fd\u0085e.xlsx", "abcde.xlsx" },
        { "a\u2028b\u2029c.xlsx", "abc.xlsx" },
        { "報告\u202excod.xlsx", "報告xcod.xlsx" },
        { "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c.xlsx", ".xlsx" },
        { "\u202e\u200f", null },
        { $"{Pair}野.xlsx", $"{Pair}野.xlsx" },
        { "👨‍👩‍👧.xlsx", "👨‍👩‍👧.xlsx" },
        { new string('あ', 250) + ".xlsx", new string('あ', 250) + ".xlsx" },
        { new string('あ', 251) + ".xlsx", new string('あ', 250) + ".xlsx" },
        { new string('あ', 70000) + ".xlsx", new string('あ', 250) + ".xlsx" },
        { new string('あ', 249) + Pair + ".xlsx", new string('あ', 249) + ".xlsx" },
        { new string('あ', 248) + Pair + ".xlsx", new string('あ', 248) + Pair + ".xlsx" },
        { new string('あ', 249) + " 二 .xlsx", new string('あ', 249) + ".xlsx" },
        { new string('a', 300), new string('a', 255) },
        { "a." + new string('x', 300), "a." + new string('x', 253) },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void AnUploadedFileNameIsStoredWithoutPathAndInvisibleCharacters(string? sent, string? kept) =>
        Assert.Equal(kept, UploadedFileName.Of(sent));

    // These names are not test data of a theory, because the test runner replaces lone surrogates in its data.
    [Fact]
    public void LoneSurrogatesAreLeftOut()
    {
        Assert.Equal("ab.xlsx", UploadedFileName.Of("a\ud842b.xlsx"));
        Assert.Equal("ab.xlsx", UploadedFileName.Of("a\udfb7b.xlsx"));
        Assert.Null(UploadedFileName.Of("\udfb7\ud842"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStoredFileNameIsNotChangedByCleaningItAgain(string? sent, string? kept)
    {
        Assert.Equal(kept, UploadedFileName.Of(UploadedFileName.Of(sent)));
        Assert.True(UploadedFileName.Of(sent) is not { Length: > UploadedFileName.MostCharacters });
    }
}
