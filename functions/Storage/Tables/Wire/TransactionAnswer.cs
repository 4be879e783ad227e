using System.Globalization;
using System.Text.RegularExpressions;
using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>The parts of the multipart answer: one per action, or a single one with the error.</summary>
internal static partial class TransactionAnswer
{
    /// <exception cref="RequestFailedException">The answer cannot be read, so that nobody knows what was done.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = Parts(response.Content.ToString(), response.ClientRequestId);
        return parts.Count == actions || parts is [{ IsError: true }] ? parts
            : throw new RequestFailedException(
                response.Status,
                $"The answer to a transaction of {actions} actions has {parts.Count} readable parts; its outcome is unknown.");
    }

    private static List<PartResponse> Parts(string text, string clientRequestId)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Select(l => Boundary().Match(l)).FirstOrDefault(m => m.Success) is not { } boundary)
            return [];
        return [.. Blocks(lines, "--" + boundary.Groups["name"].Value).Select(b => PartIn(b, clientRequestId)).OfType<PartResponse>()];
    }

    private static IEnumerable<List<string>> Blocks(string[] lines, string delimiter)
    {
        List<string>? block = null;
        foreach (var line in lines)
        {
            if (line == delimiter || line == delimiter + "--")
            {
                if (block is not null)
                    yield return block;
                block = line == delimiter ? [] : null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }

    private static PartResponse? PartIn(List<string> block, string clientRequestId)
    {
        var http = block.SkipWhile(l => !l.StartsWith("HTTP/", StringComparison.Ordinal)).ToList();
        if (http is not [var first, .. var rest] || StatusLine().Match(first) is not { Success: true } status)
            return null;
        var body = string.Join('\n', rest.SkipWhile(l => l.Length > 0)).Trim();
        var code = int.Parse(status.Groups["code"].Value, CultureInfo.InvariantCulture);
        return new PartResponse(code, status.Groups["reason"].Value, [.. HeadersIn(rest)], body) { ClientRequestId = clientRequestId };
    }

    private static IEnumerable<(string Name, string Value)> HeadersIn(IEnumerable<string> lines) =>
        from line in lines.TakeWhile(l => l.Length > 0)
        let header = line.Split(':', 2, StringSplitOptions.TrimEntries)
        where header.Length == 2
        select (header[0], header[1]);

    [GeneratedRegex(
        @"^Content-Type:\s*multipart/mixed;\s*boundary=""?(?<name>[^""\s]+)""?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^HTTP/1\.1 (?<code>[1-5][0-9]{2})( (?<reason>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex StatusLine();
}
