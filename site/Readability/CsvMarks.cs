using System.Runtime.InteropServices;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Whether a CSV text has wrong line ends or misplaced quotes. This is checked before parsing, because parsed fields no longer show it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvMarks(bool HasBareLineEnd, bool HasStrayQuote)
{
    public static CsvMarks Of(string text)
    {
        var (quoted, bare, stray) = (false, false, false);
        for (var i = text.AsSpan().IndexOfAny('"', '\n'); i >= 0; i = Next(text, i))
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

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny('"', '\n');
        return next < 0 ? -1 : at + 1 + next;
    }

    // Whether an opening quote may be at this position: at the beginning of a field, or directly after a quote, because "" in a quoted
    // field represents one quote.
    private static bool MayOpen(string text, int at) => at == 0 || text[at - 1] is ',' or '\n' or '"';
}
