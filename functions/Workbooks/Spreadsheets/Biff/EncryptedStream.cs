using System.Buffers.Binary;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Decrypts an .xls that is encrypted but opens without asking for a password.</summary>
/// <remarks>
/// If only the structure of a workbook is protected, Excel encrypts the file with a fixed password, which is publicly known.
/// </remarks>
internal sealed class EncryptedStream
{
    private const string KnownPassword = "VelvetSweatshop";
    private const int HeaderLength = 4, BlockLength = 1024, NoRecord = 0xFFFF;

    // Records whose content is not encrypted: BOF, FILEPASS, INTERFACEHDR, USREXCL, FILELOCK, RRDINFO, RRDHEAD ([MS-XLS] 2.2.10).
    private static readonly HashSet<int> Plain =
        [(int)RecordType.Beginning, (int)RecordType.FilePass, 0x00E1, 0x0194, 0x0195, 0x0196, 0x0138];

    private readonly byte[] bytes;
    private readonly BlockKeys keys;
    private byte[] block = [];
    private int number = -1;

    private EncryptedStream(byte[] bytes, BlockKeys keys) => (this.bytes, this.keys) = (bytes, keys);

    /// <summary>
    /// Returns the decrypted stream, in which the type of the FILEPASS record is overwritten so that it is ignored; null when the file was
    /// encrypted with another password.
    /// </summary>
    public static byte[]? TryDecrypt(byte[] stream, ReadOnlySpan<byte> filePass)
    {
        if (BlockKeys.TryUnlock(filePass, KnownPassword) is not { } keys)
            return null;
        var copy = (byte[])stream.Clone();
        new EncryptedStream(copy, keys).DecryptRecords();
        return copy;
    }

    private void DecryptRecords()
    {
        for (var at = 0; at + HeaderLength <= bytes.Length;)
        {
            var (type, start) = (UInt16At(at), at + HeaderLength);
            var end = Math.Min(start + UInt16At(at + 2), bytes.Length);
            if (type == (int)RecordType.FilePass)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), NoRecord);
            // The offset of a sheet, the first 4 bytes of BOUNDSHEET, is not encrypted either.
            if (!Plain.Contains(type))
                Decrypt(type == (int)RecordType.BoundSheet ? start + 4 : start, end);
            at = end;
        }
    }

    // Record headers are not encrypted, but their bytes count when the stream is divided into blocks.
    private void Decrypt(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (at / BlockLength != number)
                (number, block) = (at / BlockLength, keys.Stream(at / BlockLength, BlockLength));
            bytes[at] ^= block[at % BlockLength];
        }
    }

    private int UInt16At(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
