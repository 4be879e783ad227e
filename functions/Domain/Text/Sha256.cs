using System.Security.Cryptography;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>SHA-256 in lower-case hexadecimal digits, as rows, addresses and fingerprints have it.</summary>
public static class Sha256
{
    public static string HexOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of the text in UTF-8.</summary>
    public static string HexOf(string text) => HexOf(Encoding.UTF8.GetBytes(text));
}
