using System.Diagnostics;
using System.Net.Sockets;
using Azure.Data.Tables;
using KawasakiServerless.Local.Emulator;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Storage.Tests.LocalRun;

public sealed class AzuriteTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("kawasaki-azurite-");
    private readonly CancellationTokenSource limit = new(Patience);

    public void Dispose()
    {
        limit.Dispose();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task AzuriteListensOnLoopbackWithAKeyOfItsOwn()
    {
        await using var azurite = await StartAsync();
        await using var other = await Azurite.StartAsync(Repository.Root, data.CreateSubdirectory("other").FullName, null, limit.Token);

        Assert.All([azurite.BlobEndpoint, azurite.QueueEndpoint, azurite.TableEndpoint], e => Assert.True(e.IsLoopback));
        Assert.Equal("/devstoreaccount1", azurite.TableEndpoint.AbsolutePath);
        Assert.NotEqual(azurite.AccountKey, other.AccountKey);
        Assert.Contains($"TableEndpoint={azurite.TableEndpoint};", azurite.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AzuriteStopsCleanlyWhenItsParentDies()
    {
        await using var azurite = await StartAsync();
        using var process = Process.GetProcessById(azurite.ProcessId);

        azurite.CloseInput();

        await azurite.Exited.WaitAsync(limit.Token);
        Assert.True(process.HasExited);
        Assert.True(File.Exists(Path.Combine(data.FullName, "__azurite_db_table__.json")));
    }

    [Fact]
    public async Task AzuriteSurvivesAnInterruptOfTheTerminal()
    {
        await using var azurite = await StartAsync();

        foreach (var signal in new[] { "-INT", "-HUP", "-INT" })
            await RunAsync("kill", signal, $"{azurite.ProcessId}");

        using var client = new HttpClient();
        using var answer = await client.GetAsync(azurite.TableEndpoint, limit.Token);
        Assert.False(azurite.Exited.IsCompleted);
    }

    [Fact]
    public async Task AzuriteStopsListeningWhenItIsDisposed()
    {
        var azurite = await StartAsync();

        await azurite.DisposeAsync();

        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync("127.0.0.1", azurite.TableEndpoint.Port, limit.Token).AsTask());
    }

    [Fact]
    public async Task ASecondRunWithTheSameDataFolderIsRefused()
    {
        await using var azurite = await StartAsync();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync);

        Assert.Equal($"Another run uses the data in {data.FullName}. Stop it first.", e.Message);
    }

    [Fact]
    public async Task AFailedStartReportsTheOutputOfAzurite()
    {
        var settings = new AzuriteSettings(Repository.Root,
            data.FullName)
        { ExtraArguments = ["--cert", "/missing.pem", "--key", "/missing.key"] };

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Azurite.StartAsync(settings, limit.Token));

        Assert.Contains("before it listened", e.Message, StringComparison.Ordinal);
        Assert.Contains("/missing.pem", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataOutlivesTheProcessAndItsKey()
    {
        await using (var first = await StartAsync())
        {
            await new TableClient(first.ConnectionString, "things").CreateIfNotExistsAsync(limit.Token);
            await new TableClient(first.ConnectionString, "things").AddEntityAsync(new TableEntity("p", "r"), limit.Token);
        }

        await using var second = await StartAsync();
        var found = await new TableClient(second.ConnectionString, "things")
            .GetEntityIfExistsAsync<TableEntity>("p", "r", null, limit.Token);
        Assert.True(found.HasValue);
    }

    [Fact]
    public async Task TheDataFolderLockWaitsForTheEmulatorOfAKilledParent()
    {
        using var predecessor = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, UseShellExecute = false })!;
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "azurite.pid"), $"{predecessor.Id}", limit.Token);

        var taking = DataFolderLock.TakeAsync(data.FullName, limit.Token);
        Assert.False(taking.IsCompleted);
        predecessor.StandardInput.Close();

        await using var taken = await taking.WaitAsync(limit.Token);
    }

    [Fact]
    public async Task AMissingProgramIsNamed()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Command.RunAsync("no-such-node", [], data.FullName, limit.Token));

        Assert.StartsWith("`no-such-node` was not found. Install Node.js 20 or later", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingForAnotherInstallationOfNpmPackagesTimesOut()
    {
        using var held = await InstallLock.TakeAsync(data.FullName, Patience, limit.Token);

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => InstallLock.TakeAsync(data.FullName, TimeSpan.Zero, limit.Token));

        Assert.StartsWith("Another process has been installing npm packages", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockFileThatCannotBeOpenedIsNotTakenForAnInstallation()
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.FullName, ".local")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "npm.lock"), Path.Combine(folder, "missing", "npm.lock"));

        await Assert.ThrowsAnyAsync<IOException>(() => InstallLock.TakeAsync(data.FullName, TimeSpan.FromSeconds(1), limit.Token));
    }

    private Task<Azurite> StartAsync() => Azurite.StartAsync(Repository.Root, data.FullName, null, limit.Token);

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(limit.Token);
    }
}
