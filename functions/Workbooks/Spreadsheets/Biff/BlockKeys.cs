using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>The RC4 keys of an encrypted .xls. Each block of 1024 bytes has its own key ([MS-OFFCRYPTO] 2.3.5.2 and 2.3.6.2).</summary>
[SuppressMessage("Security", "CA5350", Justification = "The format prescribes the algorithm.")]
[SuppressMessage("Security", "CA5351", Justification = "The format prescribes the algorithm.")]
internal sealed class BlockKeys
{
    private const int Rc4 = 1, SaltLength = 16, ShortKey = 5, LongestKey = 16, HeaderStart = 14, KeySizeInHeader = 16;

    private readonly Func<byte[], byte[]> hash;
    private readonly byte[] seed;
    private readonly int length;

    private BlockKeys(Func<byte[], byte[]> hash, byte[] seed, int length) => (this.hash, this.seed, this.length) = (hash, seed, length);

    /// <summary>
    /// Derives the keys from a password; returns null when the password is wrong or the file is encrypted by another method.
    /// </summary>
    /// <param name="filePass">The content of the FILEPASS record, which describes the encryption.</param>
    public static BlockKeys? TryUnlock(ReadOnlySpan<byte> filePass, string password) => filePass switch
    {
        [Rc4, 0, 1, 0, 1, 0, .. var verifier] => TryOld(verifier, Encoding.Unicode.GetBytes(password)),
        [Rc4, 0, _, 0, 2, 0, ..] => TryNew(filePass, Encoding.Unicode.GetBytes(password)),
        _ => null,
    };

    /// <summary>Returns the bytes with which the bytes of a block must be XORed.</summary>
    public byte[] Stream(int block, int count)
    {
        var key = hash([.. seed, .. BitConverter.GetBytes(block)])[..length];
        // The newer method pads a 40-bit key with zeros to 128 bits. The older method always uses 128-bit keys, so this does not affect it.
        return KeyStream(length == ShortKey ? [.. key, .. new byte[LongestKey - ShortKey]] : key, count);
    }

    // In the older method, the FILEPASS record contains three fields of 16 bytes: the salt, an encrypted random text, and the encrypted
    // hash of that text. The text and its hash are used to verify the password.
    private static BlockKeys? TryOld(ReadOnlySpan<byte> verifier, byte[] password)
    {
        if (verifier.Length < SaltLength * 3)
            return null;
        var salted = MD5.HashData(password)[..ShortKey].Concat(verifier[..SaltLength].ToArray());
        var shortened = MD5.HashData([.. Enumerable.Repeat(salted, 16).SelectMany(s => s)])[..ShortKey];
        return new BlockKeys(MD5.HashData, shortened, LongestKey).IfItFits(verifier[SaltLength..(SaltLength * 3)]);
    }

    // In the newer method, the FILEPASS record contains the salt, the encrypted text and its encrypted hash after a header of variable
    // length. The lengths of the salt and of the hash are stored before them.
    private static BlockKeys? TryNew(ReadOnlySpan<byte> filePass, byte[] password)
    {
        if (filePass.Length < HeaderStart + KeySizeInHeader + 4)
            return null;
        var headerLength = BinaryPrimitives.ReadUInt32LittleEndian(filePass[(HeaderStart - 4)..]);
        var keyLength = BinaryPrimitives.ReadInt32LittleEndian(filePass[(HeaderStart + KeySizeInHeader)..]) / 8;
        if (headerLength > filePass.Length - HeaderStart - 60 || keyLength is < 0 or > LongestKey)
            return null;
        var verifier = filePass[(HeaderStart + (int)headerLength + 4)..];
        var salted = SHA1.HashData([.. verifier[..SaltLength], .. password]);
        var keys = new BlockKeys(SHA1.HashData, salted, keyLength == 0 ? ShortKey : keyLength);
        return keys.IfItFits([.. verifier.Slice(SaltLength, SaltLength), .. verifier.Slice((SaltLength * 2) + 4, SHA1.HashSizeInBytes)]);
    }

    private BlockKeys? IfItFits(ReadOnlySpan<byte> encrypted)
    {
        byte[] plain = [.. encrypted.ToArray().Zip(Stream(0, encrypted.Length), (e, k) => (byte)(e ^ k))];
        return hash(plain[..SaltLength]).AsSpan().SequenceEqual(plain.AsSpan(SaltLength)) ? this : null;
    }

    private static byte[] KeyStream(byte[] key, int count)
    {
        byte[] state = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        for (int i = 0, j = 0; i < state.Length; i++)
        {
            j = (byte)(j + state[i] + key[i % key.Length]);
            (state[i], state[j]) = (state[j], state[i]);
        }

        var stream = new byte[count];
        for (int at = 0, i = 0, j = 0; at < count; at++)
        {
            i = (byte)(i + 1);
            j = (byte)(j + state[i]);
            (state[i], state[j]) = (state[j], state[i]);
            stream[at] = state[(byte)(state[i] + state[j])];
        }

        return stream;
    }
}
