using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Reads and changes attributes in the text of a single XML tag, without changing any other character of it.</summary>
internal static partial class TagText
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    public static (MarkupKind Kind, string Prefix, string LocalName) Classify(string token)
    {
        if (token[0] != '<')
            return (MarkupKind.Text, "", "");
        if (token[1] is '!' or '?')
            return (MarkupKind.Other, "", "");
        var start = token[1] == '/' ? 2 : 1;
        var name = token.AsSpan(start, token.AsSpan(start).IndexOfAny(NameEnd));
        var colon = name.IndexOf(':');
        var kind = start == 2 ? MarkupKind.End : token[^2] == '/' ? MarkupKind.Empty : MarkupKind.Start;
        return (kind, name[..(colon + 1)].ToString(), name[(colon + 1)..].ToString());
    }

    /// <summary>
    /// Returns the value of an attribute with entities decoded; null when the tag does not have it. An attribute with a namespace prefix is
    /// found only under its name with the prefix.
    /// </summary>
    public static string? Attribute(string tag, string name) =>
        Attributes().Matches(tag).FirstOrDefault(m => m.Groups["name"].Value == name) is { } found
            ? WebUtility.HtmlDecode(found.Groups["value"].Value[1..^1])
            : null;

    public static int? Number(string tag, string name) =>
        int.TryParse(Attribute(tag, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Without(string tag, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            tag = Attributes().Replace(tag, m => m.Groups["name"].Value == name ? "" : m.Value);
        return tag;
    }

    /// <summary>Replaces the value of an attribute; a tag without the attribute is returned unchanged.</summary>
    public static string With(string tag, string name, string value) =>
        Attributes().Replace(tag, m => m.Groups["name"].Value == name ? $" {name}=\"{value}\"" : m.Value);

    /// <summary>Returns the tag without &gt; or /&gt; at its end, so that attributes can be appended, such as &lt;c r="A1" s="3".</summary>
    public static string Open(string tag) => tag[..(tag[^2] == '/' ? ^2 : ^1)].TrimEnd();

    [GeneratedRegex("""\s+(?<name>[^\s=/>]+)\s*=\s*(?<value>"[^"]*"|'[^']*')""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();
}
