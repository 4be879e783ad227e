using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KawasakiServerless.Testing;

/// <summary>Keeps the log entries of level information and above as text, in the form in which an operator reads them.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private static readonly string[] Prefixes = ["trce", "dbug", "info", "warn", "fail", "crit"];

    private readonly ConcurrentQueue<string> lines = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            lines.Enqueue($"{Prefixes[(int)logLevel]}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }

    public override string ToString() => string.Join('\n', lines);
}
