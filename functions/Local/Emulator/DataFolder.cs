using System.Globalization;

namespace KawasakiServerless.Local.Emulator;

/// <summary>
/// The folder in which Azurite stores its data. If the folder cannot be used, the message of the exception contains the reason.
/// </summary>
internal static class DataFolder
{
    // The minimum free space. The sample workbooks and the site published from them need 14 MiB. The space is checked before Azurite
    // starts, because on a full disk Azurite answers each write with HTTP status 500, which does not reveal the cause.
    private const long NeededMebibytes = 64, Mebibyte = 1024 * 1024;

    /// <exception cref="InvalidOperationException">The folder cannot be created.</exception>
    public static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, refused);
        }
    }

    /// <exception cref="InvalidOperationException">The disk of the folder does not have enough free space.</exception>
    public static void EnsureRoom(string folder)
    {
        var disk = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);
        if (disk is { TotalSize: > 0, AvailableFreeSpace: < NeededMebibytes * Mebibyte and var free })
            throw Unusable(folder, string.Create(
                CultureInfo.InvariantCulture, $"its disk is full ({free / Mebibyte} MiB free, {NeededMebibytes} MiB needed)"), inner: null);
    }

    /// <summary>Creates the exception for a data folder that could not be created, or for a file in it that could not be opened.</summary>
    public static InvalidOperationException Unusable(string folder, Exception refused) =>
        Unusable(folder, Reason(folder, refused), refused);

    private static InvalidOperationException Unusable(string folder, string reason, Exception? inner) =>
        new($"The data folder {folder} cannot be used: {reason}. Name another with --data.", inner);

    // On Linux and macOS, HResult is the errno value; on Windows, it is a Windows error code.
    private static string Reason(string folder, Exception refused) => refused switch
    {
        _ when FileInThePlaceOf(folder) is { } file => file == folder ? "it is a file" : $"{file} is a file",
        UnauthorizedAccessException => "you have no permission to write there",
        { HResult: 30 or unchecked((int)0x80070013) } => "its disk is read-only",
        { HResult: 28 or unchecked((int)0x80070070) } => "its disk is full",
        _ => refused.Message.TrimEnd('.'),
    };

    private static string? FileInThePlaceOf(string folder)
    {
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
