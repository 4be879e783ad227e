using System.Globalization;
using System.Net;
using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Local.Preview;

/// <summary>Adds the reload script and a list of the current problems to a page of the preview.</summary>
internal static class PreviewPage
{
    // The script sends the version of the page that loaded it. Without the version, the server could not tell the script about a change
    // that occurred while the page was loading.
    public const string Script =
        """
        const version = new URL(import.meta.url).searchParams.get('version');
        const events = new EventSource(`/_preview/events?since=${version}`);
        events.onmessage = (event) => {
          if (event.data !== version)
            location.reload();
        };
        """;

    public const string Styles =
        """
        .preview-problems { margin: 0; padding: 12px 16px; border: 4px solid #b00020; background: #fff0f0; color: #1a1a1a; font-size: 16px; }
        .preview-problems p { margin: 0 0 8px; font-weight: 700; }
        .preview-problems li { overflow-wrap: anywhere; font-family: monospace; }
        """;

    private const string Html = "text/html; charset=utf-8";

    public static SiteFile Of(SiteFile file, PreviewState state) =>
        file.ContentType == Html
            ? file with { Bytes = Encoding.UTF8.GetBytes(With(Encoding.UTF8.GetString(file.Bytes.Span), state)) }
            : file;

    public static SiteFile WithoutSite(PreviewState state) => new("", Html, "no-store", Encoding.UTF8.GetBytes(With(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Preview</title></head><body></body></html>", state)));

    private static string With(string page, PreviewState state) => page
        .Replace("</head>", $"{Head(state)}</head>", StringComparison.Ordinal)
        .Replace("<body>", $"<body>{Problems(state)}", StringComparison.Ordinal);

    private static string Head(PreviewState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<link rel="stylesheet" href="/_preview/preview.css" /><script type="module" src="/_preview/reload.js?version={state.Version}"></script>""");

    private static string Problems(PreviewState state) => state.Problems.Count == 0
        ? ""
        : $"""<aside class="preview-problems" role="alert"><p>The current files contain errors. Below is the last valid site.</p><ul>{string.Concat(state.Problems.Select(p => $"<li>{WebUtility.HtmlEncode(p)}</li>"))}</ul></aside>""";
}
