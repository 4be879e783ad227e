using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;

namespace KawasakiServerless.Browser.Tests.PublicSite;

[Collection(OneCity.Name)]
public sealed partial class PaperTests(City city)
{
    /// <summary>
    /// Prints the pages of the initiatives that need the most space: those with the most indicators, with the longest texts, and with the
    /// longest directions in their policy area.
    /// </summary>
    [Fact]
    public async Task ThePageOfAnInitiativePrintsOnOneSheetOfA4()
    {
        var initiatives = await city.ReadAsync("initiatives");
        var directions = (await city.ReadAsync("directions")).ToLookup(AreaOf);
        string?[] hardest =
        [
            .. initiatives.OrderByDescending(i => i.GetProperty("indicators").GetArrayLength()).Take(4).Select(Id),
            .. initiatives.OrderByDescending(i => i.GetProperty("text").GetString()!.Length).Take(2).Select(Id),
            .. initiatives.OrderByDescending(i => directions[AreaOf(i)].Sum(d => d.GetProperty("text").GetString()!.Length)).Take(2)
                .Select(Id),
        ];
        await city.VisitAsync(async visit =>
        {
            foreach (var id in hardest.Distinct())
            {
                await visit.OpenAsync($"/initiatives/{id}/");
                var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
                Assert.True(Sheets().Count(Encoding.Latin1.GetString(pdf)) == 1, id);
            }
        });
    }

    private static string? Id(System.Text.Json.JsonElement record) => record.GetProperty("id").GetString();

    private static string AreaOf(System.Text.Json.JsonElement record) =>
        $"{record.GetProperty("viewpoint")} {record.GetProperty("policyArea")}";

    [GeneratedRegex("/Type\\s*/Page[^s]")]
    private static partial Regex Sheets();
}
