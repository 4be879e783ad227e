using System.Text.Json;
using KawasakiServerless.Browser.Tests.Browsing;

namespace KawasakiServerless.Browser.Tests.PublicSite;

/// <summary>
/// Opens an example of each important type of page. If the address of the example depends on the report, the open data provides the id of a
/// record for it.
/// </summary>
internal static class PageType
{
    public const string LongInitiative = "long initiative", Missing = "missing";

    private const string Indicator = "indicator", Collaboration = "collaboration";

    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["viewpoint"] = "/viewpoints/1/",
        ["policy area"] = "/viewpoints/1/elderly/",
        ["collaborations"] = "/collaborations/",
        ["collaboration matrix"] = "/collaborations/matrix/",
        ["collaborations of a partner"] = "/collaborations/partner/kensetsuryokusei/",
        ["ward"] = "/wards/takatsu/",
        ["department"] = "/departments/kenkofukushi/",
        ["statistics"] = "/statistics/",
        ["indicators"] = "/indicators/",
        ["report"] = "/report/1-1/",
        ["data"] = "/data/",
        ["about"] = "/about/",
        ["changes"] = "/changes/",
        ["publication"] = "/changes/1/",
        ["compare"] = "/compare/",
        ["search"] = "/search/",
        ["words"] = "/search/words/",
        [Missing] = "/no-such-page/",
    };

    public static TheoryData<string> All => [.. Fixed.Keys, LongInitiative, Indicator, Collaboration];

    public static async Task OpenAsync(this Visitor visit, City city, string type) =>
        await visit.OpenAsync(await AddressOfAsync(city, type), type == Missing ? 404 : 200);

    private static async Task<string> AddressOfAsync(City city, string type) => type switch
    {
        LongInitiative =>
            $"/initiatives/{Id((await city.ReadAsync("initiatives")).MaxBy(i => i.GetProperty("indicators").GetArrayLength()))}/",
        Indicator => $"/indicators/{Id((await city.ReadAsync("indicators"))[0])}/",
        Collaboration => $"/collaborations/{Id((await city.ReadAsync("collaborations"))[0])}/",
        _ => Fixed[type],
    };

    private static string? Id(JsonElement record) => record.GetProperty("id").GetString();
}
