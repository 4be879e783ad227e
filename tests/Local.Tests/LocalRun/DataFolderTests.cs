using KawasakiServerless.Local.Emulator;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.LocalRun;

/// <summary>If the data folder cannot be used, the app gives the exact reason in one sentence before it starts anything.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-folder-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("file", "it is a file")]
    [InlineData("file/below", "/file is a file")]
    [InlineData("file/below/deeper", "/file is a file")]
    public async Task AFileIsRefusedAsADataFolder(string path, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "file"), "");

        await AssertRefusedAsync(Path.Combine(folder.FullName, path), reason);
    }

    [SmallDiskTheory]
    [InlineData("ro,size=1m", "", "its disk is read-only")]
    [InlineData("ro,size=1m", "below", "its disk is read-only")]
    [InlineData("size=1m", "", "its disk is full (0 MiB free, 64 MiB needed)")]
    [InlineData("size=1m", "below", "its disk is full (0 MiB free, 64 MiB needed)")]
    public async Task AReadOnlyOrFullDiskIsRefusedForTheDataFolder(string options, string below, string reason)
    {
        using var disk = SmallDisk.Mount(options);
        if (options.StartsWith("size", StringComparison.Ordinal))
            await File.WriteAllBytesAsync(Path.Combine(disk.Folder, "filling"), new byte[900_000]);

        await AssertRefusedAsync(Path.Combine(disk.Folder, below), reason);
    }

    [Theory]
    [InlineData(30, "its disk is read-only")]
    [InlineData(28, "its disk is full")]
    [InlineData(5, "Something else")]
    public void AnUnusableDataFolderIsReportedWithTheErrorOfTheSystem(int error, string reason) => Assert.Equal(
        $"The data folder {folder.FullName} cannot be used: {reason}. Name another with --data.",
        DataFolder.Unusable(folder.FullName, new IOException("Something else.", error)).Message);

    [Fact]
    public void ADataFolderWithoutPermissionIsReportedAsSuch() => Assert.Contains(
        "you have no permission to write there", DataFolder.Unusable(folder.FullName, new UnauthorizedAccessException()).Message,
        StringComparison.Ordinal);

    private static async Task AssertRefusedAsync(string data, string reason)
    {
        var result = await AppProcess.RunAsync("--port", "0", "--data", data);

        Assert.Equal(1, result.ExitCode);
        var sentence = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"The data folder {data} cannot be used: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith($"{reason}. Name another with --data.", sentence, StringComparison.Ordinal);
    }
}
