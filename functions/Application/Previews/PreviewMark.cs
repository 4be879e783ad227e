using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Previews;

/// <summary>Marks a public page as a preview, and makes its links point to other pages of the preview.</summary>
internal static partial class PreviewMark
{
    /// <param name="file">The file as the public site would contain it. Only HTML files are changed.</param>
    /// <param name="root">The root path of the preview, such as /staff/preview/2018/.</param>
    /// <param name="at">The time of the preview, for the notice on the page.</param>
    public static ReadOnlyMemory<byte> On(SiteFile file, string root, DateTimeOffset at)
    {
        if (!file.ContentType.StartsWith("text/html", StringComparison.Ordinal))
            return file.Bytes;
        var page = Encoding.UTF8.GetString(file.Bytes.Span);
        // Scripts are removed because search and filters would fetch the published data instead of the previewed data.
        page = Scripts().Replace(page, "");
        page = Canonical().Replace(page, """<meta name="robots" content="noindex" />""");
        page = Tags().Replace(page, tag => RootedAddresses().Replace(tag.Value, address => address.Value + root[..^1]));
        var header = page.IndexOf("<header", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(header < 0 ? page : page.Insert(header, Mark(at)));
    }

    private static string Mark(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<aside class="earlier" aria-label="公開前の確認"><p class="wrap"><strong>公開前の確認用の表示です。公開サイトではありません。</strong>{at.InJapan(
            ):M月d日 H時mm分}の提出の内容です。検索と絞り込みは、ここでは使えません。<a href="/staff/">職員用の画面へ戻る</a></p></aside>""");

    [GeneratedRegex("<script\\b[^<>]*></script>")]
    private static partial Regex Scripts();

    [GeneratedRegex("<link rel=\"canonical\"[^<>]*>")]
    private static partial Regex Canonical();

    // Matches only tags that the site renderer wrote. Text written by a department cannot match, because the renderer has HTML-encoded it.
    [GeneratedRegex("<[a-z][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("""(?<=\s(?:href|src|action)=")(?=/(?!/))""")]
    private static partial Regex RootedAddresses();
}
