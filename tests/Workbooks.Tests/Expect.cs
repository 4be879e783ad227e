using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests;

internal static class Expect
{
    public static WorkbookReading Only(WorkbookReading reading, Problem expected)
    {
        Assert.Equal(expected, Assert.Single(reading.Problems));
        return reading;
    }

    public static WorkbookReading Only(TestBook book, Problem expected) => Only(Some.Read(book.ToBytes()), expected);
}
