using System.Runtime.InteropServices;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Whether a CSV text has wrong line ends or misplaced quotes. This is checked before parsing, because parsed fields no longer show it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvMarks(bool HasBareLineEnd, bool HasStrayQuote)
{
    /// <param name="text">The text in UTF-8, in which these marks are single bytes and never parts of other characters.</param>
    public static CsvMarks Of(ReadOnlySpan<byte> text)
    {
        var (quoted, bare, stray) = (false, false, false);
        for (var i = text.IndexOfAny((byte)'"', (byte)'\n'); i >= 0; i = Next(text, i))
        {
            if (text[i] == '\n')
            {
                bare |= !quoted && (i == 0 || text[i - 1] != '\r');
                continue;
            }

            stray |= !quoted && !MayOpen(text, i);
            quoted = !quoted;
        }

        return new(bare, stray || quoted);
    }

    private static int Next(ReadOnlySpan<byte> text, int at)
    {
        var next = text[(at + 1)..].IndexOfAny((byte)'"', (byte)'\n');
        return next < 0 ? -1 : at + 1 + next;
    }

    // Whether an opening quote may be at this position: at the beginning of a field, or directly after a quote, because "" in a quoted
    // field represents one quote.
    private static bool MayOpen(ReadOnlySpan<byte> text, int at) => at == 0 || (char)text[at - 1] is ',' or '\n' or '"';
}
