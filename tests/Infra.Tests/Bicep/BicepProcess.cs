using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Bicep;

/// <summary>
/// One process of the Bicep compiler that all tests share and call over standard input and output (JSON-RPC). It is shared because starting
/// it takes two seconds, while compiling all templates takes only half a second.
/// </summary>
internal sealed class BicepProcess : IDisposable
{
    // The environment variables that main.bicepparam requires: those for which it has no default, and BUDGET_START, whose default (an empty
    // text) it refuses unless BUDGET_AMOUNT is 0.
    private static readonly (string Name, string Value)[] Environment =
    [
        ("AZURE_ENV_NAME", "kawasaki"),
        ("ENTRA_CLIENT_ID", "11111111-2222-3333-4444-555555555555"),
        ("ALERT_EMAILS", "it@city.example"),
        ("BUDGET_START", "2026-04-01"),
    ];

    private readonly Process process;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly BufferedStream answers;
    private int calls;

    private BicepProcess(Process process) => (this.process, answers) = (process, new(process.StandardOutput.BaseStream));

    public static BicepProcess Start()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw new PlatformNotSupportedException("Azure.Bicep.CommandLine.linux-x64 runs on Linux x64 alone, and so do these tests.");
        var program = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "bicep.path")).Trim();
        var start = new ProcessStartInfo(program, ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <returns>The result of the call.</returns>
    /// <exception cref="InvalidOperationException">The compiler answered with an error; the message contains its text.</exception>
    public async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        await turn.WaitAsync();
        try
        {
            await SendAsync(new() { ["jsonrpc"] = "2.0", ["id"] = ++calls, ["method"] = method, ["params"] = parameters });
            var answer = await ReceiveAsync();
            return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]?["message"]}");
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
        answers.Dispose();
        turn.Dispose();
    }

    private async Task SendAsync(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var requests = process.StandardInput.BaseStream;
        var header = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        await requests.WriteAsync(Encoding.ASCII.GetBytes(header));
        await requests.WriteAsync(body);
        await requests.FlushAsync();
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        var length = 0;
        for (var header = ReadHeader(); header.Length > 0; header = ReadHeader())
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        await answers.ReadExactlyAsync(body);
        return JsonNode.Parse(body)!;
    }

    private string ReadHeader()
    {
        var header = new StringBuilder();
        for (var next = answers.ReadByte(); next != '\n'; next = answers.ReadByte())
            header.Append(next >= 0 ? (char)next : throw new InvalidOperationException("The compiler ended."));
        return header.ToString().TrimEnd('\r');
    }
}
