using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>Era years (和暦): 平成29 is 2017, 令和元 is 2019.</summary>
internal static class EraYears
{
    private static readonly (string Name, string Letter, int First)[] Eras = [("令和", "R", 2019), ("平成", "H", 1989), ("昭和", "S", 1926)];

    public static string Of(int western) => Of(western, Eras.First(e => western >= e.First));

    // 令和 began on 1 May 2019.
    public static string Of(int western, int month) => (western, month) is (2019, < 5) ? Of(western, Eras[1]) : Of(western);

    /// <summary>Zero when the era year is zero or the era unknown.</summary>
    public static int Western(string era, string n)
    {
        var number = n == "元" ? 1 : int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture);
        var known = Eras.FirstOrDefault(e => e.Name == era || e.Letter.Equals(era, StringComparison.OrdinalIgnoreCase));
        return known.Name is null || number == 0 ? 0 : known.First + number - 1;
    }

    private static string Of(int western, (string Name, string Letter, int First) era)
    {
        var n = western - era.First + 1;
        return era.Name + (n == 1 ? "元" : n.ToString(CultureInfo.InvariantCulture));
    }
}
