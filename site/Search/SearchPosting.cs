using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// The occurrence of a token in an entry: in its text (weight 0), in its title or a name (1), in a short title or name (2), or in a very
/// short one (3).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchPosting(uint Id, SearchKind Kind, int Weight)
{
    public const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private int Flags => ((int)Kind << 2) | Weight;

    /// <summary>
    /// A digit for kind and weight, then the distance to the preceding id in digits of five bits, the lowest first; all but the last digit
    /// are marked.
    /// </summary>
    public static string Encode(IEnumerable<SearchPosting> postings)
    {
        var text = new StringBuilder();
        var before = 0u;
        foreach (var posting in postings.OrderBy(p => p.Id))
        {
            text.Append(Digits[posting.Flags]);
            for (var rest = posting.Id - before; ; rest >>= 5)
            {
                text.Append(Digits[(int)(rest & 31) | (rest > 31 ? 32 : 0)]);
                if (rest <= 31)
                    break;
            }

            before = posting.Id;
        }

        return text.ToString();
    }
}
