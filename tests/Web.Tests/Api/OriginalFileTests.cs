using KawasakiServerless.Web.Api.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KawasakiServerless.Web.Tests.Api;

public sealed class OriginalFileTests
{
    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], New = "PK"u8.ToArray();

    public static TheoryData<byte[], string?, string> Files => new()
    {
        { Old, null, "2018-zaisei.xls" },
        { New, null, "2018-zaisei.xlsx" },
        { Old, "報告.xls", "報告.xls" },
        { New, "報告", "報告" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileIsSentWithItsNameOrAnExtensionOfItsFormat(byte[] content, string? fileName, string name) =>
        Assert.Equal(name, Assert.IsType<FileContentHttpResult>(OriginalFile.Of(content, fileName, "2018-zaisei")).FileDownloadName);
}
