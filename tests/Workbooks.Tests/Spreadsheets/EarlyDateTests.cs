using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets;

/// <summary>Excel's 1900 date system counts a 29 February 1900, so the dates before it are one day later than those of .NET.</summary>
public sealed class EarlyDateTests
{
    [Theory]
    [InlineData(1, "1900/1/1")]
    [InlineData(12, "1900/1/12")]
    [InlineData(59, "1900/2/28")]
    [InlineData(61, "1900/3/1")]
    [InlineData(43191, "2018/4/1")]
    public void ADateIsDisplayedAsInExcel(double serial, string shown) =>
        Assert.Equal(shown, NumberDisplay.OfBuiltIn(14).Show(serial).Text);

    [Theory]
    [InlineData(1900, 1, 12, "1900/1/12")]
    [InlineData(1900, 3, 1, "1900/3/1")]
    [InlineData(2018, 4, 1, "2018/4/1")]
    public void AStoredDateIsDisplayedUnchanged(int year, int month, int day, string shown) =>
        Assert.Equal(shown, NumberDisplay.OfBuiltIn(14).Show(new DateTime(year, month, day)).Text);
}
