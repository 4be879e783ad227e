using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Rows;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Storage.Tests.Records;

/// <summary>Every record that the check of workbooks accepts fits into a row of the Table service, with room to spare.</summary>
public sealed class RecordLimitTests
{
    private const int MostOnTheWire = 900_000;

    // The characters that take the most bytes in a request. In a list, which is stored as JSON, a quotation mark becomes \" and takes eight
    // bytes in the request, and a character that this JSON escapes becomes \uXXXX, whose backslash is escaped once more.
    private static readonly string[] Costly = ["\"", "\\", "\uE000", "😀", "\u2028", "\u200B", "川", "'", "<", "a"];

    private static readonly Source Source = new(
        "kankyo", "2018-kankyo-20180801T000000000-abcdef", "2018-環境局.xlsx", new('\uE000', RecordLimits.SheetNameLength), "A2:XFD100000",
        DateTimeOffset.UnixEpoch);

    public static TheoryData<string> Pieces => [.. Costly];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void TheLargestAllowedRecordsFitIntoARow(string piece) => Assert.All(Largest(length => Filled([piece], length)), AssertFits);

    [Fact]
    public void AnyRecordWithinTheLimitsFitsARow() => Prop.ForAll(
        Gen.Elements(Costly).NonEmptyListOf().ToArbitrary(),
        pieces => Assert.All(Largest(length => Filled(pieces, length)), AssertFits)).QuickCheckThrowOnFailure();

    private static void AssertFits(Record record)
    {
        Assert.Empty(RecordLimits.ExcessesOf(record));
        var row = RecordEntity.Of(record, Source.Submission, "statistic-999999");
        RowRules.Check(row);
        Assert.InRange(RowSize.Of(row), 1, MostOnTheWire);
        Assert.InRange(RowSize.Estimate(row), RowSize.Of(row), long.MaxValue);
        Assert.Equal(record, RecordEntity.ToRecord(RecordEntity.Of(record, "a", $"{record.GetRecordKind().Facts().Code}-000001")));
    }

    private static IEnumerable<Record> Largest(Func<int, string> text)
    {
        var (longest, list) = (text(RecordLimits.TextLength), Split(text, RecordLimits.ListLength, RecordLimits.ListItems));
        return
        [
            new Initiative("kankyo-999999", Source, 5, "community-welfare", list, longest),
            new Indicator("kankyo-999999-100000", Source, "kankyo-999999", longest, longest, longest, true,
                [.. Enumerable.Range(1926, 175).Select(y => Figure.InWords(FiscalYear.Of(y), text(RecordLimits.FigureLength)))], list),
            new Indicator("kankyo-999999-100000", Source, "kankyo-999999", longest, longest, longest, true, [.. Enumerable.Range(1926, 175)
                .Select(y => Figure.Reported(FiscalYear.Of(y), -99_999_999_999_999.9m))], [text(RecordLimits.ListLength)]),
            new Direction("kankyo-999999", Source, 5, "community-welfare", list, longest),
            new Collaboration("kankyo-999999", Source, longest, longest, longest, longest),
            new WardActivity("kankyo-999999", Source, "takatsu", FiscalYear.Of(2100), longest, longest, longest),
            new Statistic("kankyo-999999", Source, longest, longest, YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 999_999_999_999_999,
                SharesOf(text)),
            new Passage("kankyo-999999", Source, text(RecordLimits.DocumentLength),
                Split(text, RecordLimits.PathLength, RecordLimits.PathLevels), PassageKind.Paragraph, longest),
            new PlainSummary("kankyo-999999", Source, SectionPage.OfDocument("資料1-1"), longest),
        ];
    }

    private static EquatableList<string> Split(Func<int, string> text, int length, int items) =>
        [.. Enumerable.Repeat(text(length / items), items)];

    private static EquatableList<Share> SharesOf(Func<int, string> text) =>
        [.. Enumerable.Repeat(new Share(text(RecordLimits.SharesLength / RecordLimits.Shares / 2), -0.0000000000000000000000000001m,
            text(RecordLimits.SharesLength / RecordLimits.Shares / 2)), RecordLimits.Shares)];

    // Never cuts a surrogate pair in half, because a text from a workbook does not contain half of one.
    private static string Filled(IEnumerable<string> pieces, int length)
    {
        var all = string.Concat(pieces);
        var text = string.Concat(Enumerable.Repeat(all, (length / all.Length) + 1))[..length];
        return char.IsHighSurrogate(text[^1]) ? text[..^1] + "文" : text;
    }
}
