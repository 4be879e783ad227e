using System.Net;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>A form as a browser sends it: with the current values of its fields, of which the test may change some.</summary>
internal sealed partial record FilledForm(StaffAnswer Page, string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    public static FilledForm Of(StaffAnswer page, string action)
    {
        var html = page.Forms.First(f => f.Action == action).Html;
        return new(page, action, [.. Lines(html), .. Areas(html), .. Chosen(html), .. Ticked(html)]);
    }

    public string this[string name] => Fields.First(f => f.Name == name).Value;

    public FilledForm With(string name, params string[] values) =>
        this with { Fields = [.. Fields.Where(f => f.Name != name), .. values.Select(v => (name, v))] };

    public Task<StaffAnswer> SendAsync(Browsing browser) => browser.SubmitAsync(Page, Action, Fields);

    private static IEnumerable<(string, string)> Lines(string html) => Line().Matches(html).Select(ToField);

    private static IEnumerable<(string, string)> Areas(string html) => Area().Matches(html).Select(ToField);

    private static IEnumerable<(string, string)> Chosen(string html) => from list in Select().Matches(html)
                                                                        let option = Option().Match(list.Groups["content"].Value)
                                                                        where option.Success
                                                                        select (list.Groups["name"].Value,
                                                                            WebUtility.HtmlDecode(option.Groups["value"].Value));

    private static IEnumerable<(string, string)> Ticked(string html) => Box().Matches(html).Select(ToField);

    private static (string, string) ToField(Match match) =>
        (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value));

    [GeneratedRegex("<input id=\"[^\"]*\" name=\"(?<name>[^\"]*)\"(?: value=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex("<textarea id=\"[^\"]*\" name=\"(?<name>[^\"]*)\"[^>]*>(?<value>[^<]*)</textarea>", RegexOptions.ExplicitCapture)]
    private static partial Regex Area();

    [GeneratedRegex("<select id=\"[^\"]*\" name=\"(?<name>[^\"]*)\"[^>]*>(?<content>.*?)</select>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected", RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex("<input type=\"checkbox\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\" checked", RegexOptions.ExplicitCapture)]
    private static partial Regex Box();
}
