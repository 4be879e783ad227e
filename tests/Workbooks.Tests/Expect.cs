using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests;

internal static class Expect
{
    public static WorkbookReading Only(WorkbookReading reading, Problem expected)
    {
        var asks = ProblemKinds.All.Single(k => k.Code == expected.Code).AsksForConfirmation;
        Assert.Equal(expected with { AsksForConfirmation = asks }, Assert.Single(reading.Problems));
        return reading;
    }

    public static WorkbookReading Only(TestBook book, Problem expected) => Only(Some.Read(book.ToBytes()), expected);
}
