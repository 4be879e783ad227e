using System.Net;
using System.Text.RegularExpressions;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.Tests.Api;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Acts as a person's browser in the portal: it keeps cookies and sends the forms of its pages, but does not follow redirects.
/// </summary>
internal sealed class Browsing(Uri server, string? role, string name = "a clerk") : IDisposable
{
    private const string Origin = "https://care.example";

    private readonly HttpClient http = new(
        new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true });
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private Uri? opened;

    public Browsing(WebApp app, string? role, string name = "a clerk")
        : this(app.Address, role, name)
    {
    }

    public void Dispose() => http.Dispose();

    public Task<StaffAnswer> OpenAsync(string path)
    {
        opened = new(server, path);
        return SendAsync(new(HttpMethod.Get, opened));
    }

    /// <summary>The same browser after its session has ended: its cookies are still there, and nobody is signed in.</summary>
    public Browsing SignedOut()
    {
        var later = new Browsing(server, role: null) { opened = opened };
        foreach (var (cookie, value) in cookies)
            later.cookies[cookie] = value;
        return later;
    }

    /// <summary>
    /// Finds the form on the page that has the given action address, and sends it with its hidden fields and the given fields.
    /// </summary>
    public Task<StaffAnswer> SubmitAsync(StaffAnswer page, string action, params IEnumerable<(string Name, string Value)> fields) =>
        PostAsync(action, new FormUrlEncodedContent(page.HiddenFieldsOf(action).Concat(fields)
            .Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends a form with a file.</summary>
    public Task<StaffAnswer> UploadAsync(StaffAnswer page, string action, byte[] file, string fileName = "報告.xlsx") =>
        PostAsync(action, FormOf(page, action, file, fileName));

    /// <summary>Sends the first half of a form with a file, on a connection that the test then cuts.</summary>
    public async Task<RawConnection> SendHalfAsync(StaffAnswer page, string action, byte[] file)
    {
        using var form = FormOf(page, action, file, "報告.xlsx");
        var body = await form.ReadAsByteArrayAsync();
        var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(
            $"POST {action} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: {Origin}\r\nCookie: {Cookies}\r\n"
            + $"{SignedIn.Header}: {Principal}\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n");
        await connection.SendAsync(body.AsMemory(0, body.Length / 2));
        return connection;
    }

    public Task<StaffAnswer> PostAsync(string path, HttpContent content, string? origin = Origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = content };
        request.Headers.Referrer = opened;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return SendAsync(request);
    }

    private string Principal => SignedIn.As(name, role!.Split(','));

    private string Cookies => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    private static MultipartFormDataContent FormOf(StaffAnswer page, string action, byte[] file, string fileName)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in page.HiddenFieldsOf(action))
            content.Add(new StringContent(value), field);
        content.Add(WebApp.Raw(file), "workbook", fileName);
        return content;
    }

    private async Task<StaffAnswer> SendAsync(HttpRequestMessage request)
    {
        if (role is not null)
            request.Headers.Add(SignedIn.Header, Principal);
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", Cookies);
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            cookies[cookie.Split('=')[0]] = cookie.Split('=', 2)[1].Split(';')[0];
        return new(answer, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>A response of the portal with its body.</summary>
internal sealed partial record StaffAnswer(HttpResponseMessage Message, string Html)
{
    public int Status => (int)Message.StatusCode;

    public string? Location => Message.Headers.Location?.OriginalString;

    /// <summary>The text of the page, without tags.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, ""));

    public string Heading => WebUtility.HtmlDecode(Tags().Replace(FirstHeading().Match(Html).Groups["text"].Value, "")).Trim();

    public IEnumerable<(string Action, string Html)> Forms =>
        Form().Matches(Html).Select(f => (WebUtility.HtmlDecode(f.Groups["action"].Value), f.Groups["content"].Value));

    public IEnumerable<(string Name, string Value)> HiddenFieldsOf(string action)
    {
        var form = Forms.First(f => f.Action == action).Html;
        return HiddenField().Matches(form).Select(f => (f.Groups["name"].Value, WebUtility.HtmlDecode(f.Groups["value"].Value)));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<h1[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstHeading();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\"[^>]*>(?<content>.*?)</form>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}
