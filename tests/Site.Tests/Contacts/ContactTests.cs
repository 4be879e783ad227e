using System.Text.Json.Nodes;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Contacts;

public class ContactTests
{
    private static readonly string[] WithContact = ["departments/takatsu", "wards/takatsu", "contact"];

    private static readonly ContactDetails Full = new("川崎区宮本町1", "044-200-2111", "a@example.jp", "https://example.jp/form")
    {
        PostalCode = "210-8577",
        Desk = "総合案内",
        Fax = "044-200-3900",
        Source = "市政だより 2018年3月1日号",
    };

    private static readonly Report Report = Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2017, 1)));

    [Fact]
    public async Task PagesShowTheContactFromTheRegisterOrTheCallCentreIfThereIsNone()
    {
        var files = await Some.SiteOfAsync(Report);
        var (office, centre) = (Report.Register.Department("takatsu").Contact!, Report.Register.GeneralContacts![0]);

        Assert.All(WithContact, page => Assert.Contains(
            $"href=\"tel:+81-{office.Telephone!.TrimStart('0')}\"", files.Html($"{page}/index.html"), StringComparison.Ordinal));
        string[] unknown = ["departments/zaisei", "wards/miyamae", "initiatives/kenkofukushi-0001", "indicators/kenkofukushi-0001-1"];
        Assert.All(unknown, page =>
        {
            var block = files.Page($"{page}/index.html").QuerySelector(".contact-block")!;
            Assert.Contains(centre.Name, block.QuerySelector(".contact-unknown")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(block.QuerySelector($"a[href='tel:+81-{centre.Contact.Telephone!.TrimStart('0')}']"));
        });
    }

    [Fact]
    public async Task EveryPageNamesTheCallCentreAndLeadsToTheContacts()
    {
        var files = await Some.SiteOfAsync(Report);
        var centre = Report.Register.GeneralContacts![0];

        Assert.All(files.Where(f => f.Path.EndsWith("index.html", StringComparison.Ordinal) || f.Path == "404.html"), page =>
        {
            var html = files.Html(page.Path);
            var footer = html[html.IndexOf("<footer", StringComparison.Ordinal)..];
            Assert.Contains(centre.Name, footer, StringComparison.Ordinal);
            Assert.Contains("href=\"/contact/\"", footer, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task TheContactPageBeginsWithTheCallCentreAndNamesEveryDepartment()
    {
        var page = (await Some.SiteOfAsync(Report)).Page("contact/index.html");

        Assert.Equal(Report.Register.GeneralContacts![0].Name, page.QuerySelector("main h3")!.TextContent.Trim());
        Assert.All(
            Report.Register.Departments, d => Assert.NotNull(page.QuerySelector($"#contact-{d.Code} a[href='/departments/{d.Code}/']")));
        Assert.Equal(Report.Register.Wards.Count(w => w.Contact is not null),
            page.QuerySelectorAll("main h4").Count(h => h.TextContent.Trim() == "地域みまもり支援センター"));
    }

    [Fact]
    public async Task DivisionsAndSupportCentresAreListedWithAllTheirContactDetails()
    {
        var register = Report.Register with
        {
            Departments =
            [
                .. Report.Register.Departments.Select(d => d.Code switch
                {
                    "miyamae" => d with { SupportCenter = new("宮前区地域みまもり支援センター", Full) },
                    "zaisei" => d with { Divisions = [new("財政部") { Contact = Full }, new("税務部")] },
                    _ => d,
                }),
            ],
        };
        var files = await Some.SiteOfAsync(Report with { Register = register });
        var page = files.Page("contact/index.html");

        Assert.All(["miyamae", "zaisei"], code => Assert.Equal(
            "窓口総合案内電話044-200-2111ファクス044-200-3900所在地〒210-8577 川崎区宮本町1メールa@example.jpフォームhttps://example.jp/form出典市政だより 2018年3月1日号",
            string.Concat(page.QuerySelectorAll($"#contact-{code} .contact-facts > div").Select(d => d.TextContent.Trim()))));
        Assert.Contains("宮前区地域みまもり支援センター", files.Page("wards/miyamae/index.html").QuerySelector(".contact-block")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain("税務部", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARegisterWithoutContactsGivesPagesThatSayThatTheContactIsUnknown()
    {
        var register = Report.Register with
        {
            GeneralContacts = null,
            Departments = [.. Report.Register.Departments.Select(d => d with { Contact = null })],
        };
        var files = await Some.SiteOfAsync(Report with { Register = register });

        Assert.Contains("財政局の連絡先は、このサイトでは分かりません。",
            files.Page("departments/zaisei/index.html").QuerySelector(".contact-block")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("この報告について", files.Page("contact/index.html").QuerySelector("main h2")!.TextContent.Trim());
    }

    [Fact]
    public void TheSearchFindsTheSupportCentreOfEachWard()
    {
        var entries = SearchEntries.Of(new SiteView(SiteInput.Of([Report]), Some.Options).Newest).ToLookup(e => e.Href);
        var miyamae = entries["/contact/#contact-miyamae"].Single();

        Assert.Contains("地域みまもり支援センターの電話番号、連絡先、住所はどこ", entries["/contact/"].Single().Names);
        Assert.Equal(["宮前区地域みまもり支援センター", "宮前区地域みまもり支援センターの電話番号、連絡先、住所はどこ"], miyamae.Names.TakeLast(2));
        Assert.EndsWith("／地域みまもり支援センターの直通の連絡先は分かりません。", miyamae.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOpenDataCatalogueNamesWhoseTelephoneNumberItContains()
    {
        var files = await Some.SiteOfAsync(Report);
        var dataset = JsonNode.Parse(files.Html("data/latest/catalog.jsonld"))!["dcat:dataset"]![0]!;

        var general = Report.Register.GeneralContacts![0];
        Assert.Equal(general.Name, (string?)dataset["dcat:contactPoint"]!["vcard:fn"]!["@value"]);
        Assert.Equal("tel:+81-44-200-3939", (string?)dataset["dcat:contactPoint"]!["vcard:hasTelephone"]!["@id"]);
        Assert.Equal("http://localhost:7071/contact/", (string?)dataset["dcat:contactPoint"]!["vcard:hasURL"]!["@id"]);
    }

    [Fact]
    public async Task PagesOfAnEarlierYearShowTheContactsOfTheNewestYear()
    {
        var earlier = Report with { ReportingYear = FiscalYear.Of(2017), Register = Report.Register with { GeneralContacts = null } };
        var files = await Some.SiteOfAsync(Some.Options, Report, earlier);

        Assert.Contains("044-861-3113", files.Page("2017/departments/takatsu/index.html").QuerySelector(".contact-block")!.TextContent,
            StringComparison.Ordinal);
    }
}
