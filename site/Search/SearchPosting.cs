using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Says that a token occurs in an entry. Weight says where: 0 in the entry's text or context, 1 in its title or one of its names, 2 in a
/// short title or name (up to 25 characters), 3 in a very short one (up to 10 characters). A higher weight ranks the entry higher.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchPosting
{
    public const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // Kind and weight in one byte, because the index of a large report has millions of postings.
    private readonly byte flags;

    public SearchPosting(uint id, SearchKind kind, int weight) => (Id, flags) = (id, (byte)(((int)kind << 2) | weight));

    public uint Id { get; }

    public SearchKind Kind => (SearchKind)(flags >> 2);

    public int Weight => flags & 3;

    /// <summary>
    /// Encodes postings as text: for each posting a base-64 digit for kind and weight, then the difference to the preceding id in digits of
    /// five bits, the lowest first. The sixth bit of a digit is set if another digit of the difference follows.
    /// </summary>
    public static string Encode(IEnumerable<SearchPosting> postings)
    {
        var text = new StringBuilder();
        var before = 0u;
        foreach (var posting in postings.OrderBy(p => p.Id))
        {
            text.Append(Digits[posting.flags]);
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
