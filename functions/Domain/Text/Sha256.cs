using System.Security.Cryptography;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>Computes SHA-256 in lower-case hexadecimal digits, the form used in rows, URLs and fingerprints.</summary>
public static class Sha256
{
    public static string HexOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Returns the hash of the text in UTF-8.</summary>
    public static string HexOf(string text) => HexOf(Encoding.UTF8.GetBytes(text));
}
