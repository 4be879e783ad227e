using System.Globalization;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables;

public sealed class FilterFacts
{
    public static TheoryData<FormattableString, string> Filters => new()
    {
        { $"A eq {"it's"}", "A eq 'it''s'" },
        { $"A eq {'\''}", "A eq ''''" },
        { $"A eq {"' or 1 eq 1 or A eq '"}", "A eq ''' or 1 eq 1 or A eq '''" },
        { $"A eq {"川崎 {0}"}", "A eq '川崎 {0}'" },
        { $"A eq {7}", "A eq 7" },
        { $"A eq {-7L}", "A eq -7L" },
        { $"A eq {5d}", "A eq 5.0" },
        { $"A eq {0.1}", "A eq 0.1" },
        { $"A eq {true}", "A eq true" },
        { $"A eq {new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")}", "A eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'" },
        { $"A eq {new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.FromHours(9))}", "A eq datetime'2026-03-31T23:00:00.0000000Z'" },
        { $"A eq {new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)}", "A eq datetime'2026-04-01T00:00:00.0000000Z'" },
        { $"A eq {new byte[] { 1, 171 }}", "A eq X'01AB'" },
        { $"A eq 'x'", "A eq 'x'" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void ValuesAreQuotedByType(FormattableString filter, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, TableClient.CreateQueryFilter(filter));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void OtherTypesAreRefused() =>
        Assert.StartsWith("A filter cannot hold a System.Version.", Assert.Throws<ArgumentException>(
            () => TableClient.CreateQueryFilter($"A eq {new Version(1, 0)}")).Message, StringComparison.Ordinal);
}
