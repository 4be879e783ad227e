using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>
/// Tests docs/tables.mjs, which exports and imports the tables as docs/operations.md says: all rows are the same afterwards, with their
/// types.
/// </summary>
public sealed class TablesScriptTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["Submissions", "Records", "Current", "Years", "Publications", "Audit"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-tables-");
    private readonly LoopbackCertificate certificate = new();
    private AzuriteFixture azurite = null!;

    public Task InitializeAsync()
    {
        string[] withTokens = ["--oauth", "basic", "--cert", certificate.CertificateFile, "--key", certificate.KeyFile];
        azurite = new() { Stores = 1, ExtraArguments = withTokens };
        return azurite.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ImportingAnExportRestoresAllRowsUnchanged()
    {
        foreach (var table in Tables)
            await Client(table).CreateAsync();
        await Client("Audit").AddEntityAsync(OfEveryType());
        await FillAsync(Client("Records"), rows: 1100);
        var before = await ReadAsync();

        var exported = await RunAsync("export");
        Assert.StartsWith("Current: 0 rows", exported, StringComparison.Ordinal);
        Assert.Contains("Records: 1100 rows", exported, StringComparison.Ordinal);
        foreach (var table in Tables)
            await Client(table).DeleteAsync();
        var imported = await RunAsync("import");
        Assert.Contains("Audit: 1 rows", imported, StringComparison.Ordinal);
        Assert.EndsWith("Current: 0 rows\n", imported, StringComparison.Ordinal);

        Assert.Equal(before, await ReadAsync());
    }

    private static TableEntity OfEveryType() => new("it's 2018", "行 1%")
    {
        ["Text"] = "言葉\n\"5.0\":5.0, ",
        ["Whole"] = 5,
        ["Long"] = 9007199254740993L,
        ["Double"] = 5.0,
        ["Small"] = 1.5e-7,
        ["Flag"] = true,
        ["Time"] = new DateTimeOffset(2018, 4, 1, 1, 2, 3, 456, TimeSpan.Zero),
    };

    private static async Task FillAsync(TableClient table, int rows)
    {
        foreach (var some in Enumerable.Range(0, rows).Chunk(100))
            await table.SubmitTransactionAsync(some.Select(n => new TableTransactionAction(TableTransactionActionType.Add, Numbered(n))));
    }

    private static TableEntity Numbered(int number) => new("p", $"{number:D6}") { ["N"] = number };

    private async Task<List<string>> ReadAsync()
    {
        List<string> rows = [];
        foreach (var table in Tables)
        {
            await foreach (var row in Client(table).QueryAsync<TableEntity>())
                rows.Add($"{table}: {Describe(row)}");
        }

        return rows;
    }

    // Returns the row's columns with their types, except the columns that storage sets itself.
    private static string Describe(TableEntity row) => string.Join(", ", row
        .Where(column => column.Key is not ("odata.etag" or "Timestamp"))
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value} {column.Value.GetType().Name}")));

    private TableClient Client(string table)
    {
        var trusting = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = certificate.Validation };
        var handler = new SocketsHttpHandler { SslOptions = trusting };
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) };
        return new(azurite.ConnectionString, table, options);
    }

    private async Task<string> RunAsync(string what)
    {
        string[] arguments = [Repository.PathTo("docs", "tables.mjs"), what, "account", folder.FullName];
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NODE_EXTRA_CA_CERTS"] = certificate.CertificateFile,
                ["TABLE_ENDPOINT"] = azurite.Azurite.TableEndpoint.AbsoluteUri.TrimEnd('/'),
                ["TABLE_TOKEN"] = StorageToken.For(StorageToken.StorageAudience, DateTimeOffset.UtcNow.AddHours(1)),
            },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
