using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("kenkofukushi-0012", "kenkofukushi", 12)]
    [InlineData(" ｋｅｎｋｏｆｕｋｕｓｈｉ－００１２　", "kenkofukushi", 12)]
    [InlineData("zaisei-10000", "zaisei", 10000)]
    [InlineData("zaisei-9999999", "zaisei", 9999999)]
    public void ARecordIdIsReadFromTheTextOfACell(string text, string department, int number)
    {
        Assert.True(RecordId.TryParse(text, out var id));
        Assert.Equal(new(department, number), id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("kenkofukushi")]
    [InlineData("kenkofukushi-12")]
    [InlineData("kenkofukushi-0012-2")]
    [InlineData("kenkofukushi-99999999999")]
    [InlineData("健康福祉局-0012")]
    [InlineData("row 5")]
    [InlineData("kenkofukushi-٠٠١٢")]
    public void TextThatIsNoRecordIdIsNotRead(string? text)
    {
        Assert.False(RecordId.TryParse(text, out var id));
        Assert.Null(id);
    }

    [Fact]
    public void EveryIdReadsBack() =>
        (from department in Gen.Elements(Some.Register.Departments.ToArray())
         from number in Gen.Choose(1, 9_999_999)
         select new RecordId(department.Code, number)).Holds(written =>
         {
             Assert.True(RecordId.TryParse(written.ToString(), out var read));
             Assert.Equal(written, read);
         });

    [Fact]
    public void AnIndicatorsIdEndsWithItsOwnNumber()
    {
        Assert.Equal("kenkofukushi-0012-2", RecordId.OfIndicator("kenkofukushi-0012", 2));
        Assert.Equal(2, RecordId.IndicatorNumber("kenkofukushi-0012-2"));
    }
}
