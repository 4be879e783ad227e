using System.Collections.Concurrent;

namespace KawasakiServerless.Local.Emulator;

/// <summary>Stores the last lines of a program's output, for the error message if the program fails.</summary>
internal sealed class LastLines
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> lines = new();

    public void Add(string line)
    {
        lines.Enqueue(line);
        if (lines.Count > Kept)
            lines.TryDequeue(out _);
    }

    public override string ToString() => string.Join('\n', lines);
}
