using System.Collections.Concurrent;

namespace KawasakiServerless.Application.Tests.Faults;

/// <summary>Records the requests that are sent to storage.</summary>
internal sealed class Calls
{
    private readonly ConcurrentQueue<string> seen = [];

    public Calls(FaultyNetwork network) => network.IsCut = Note;

    /// <summary>
    /// The method and the path of each request. For example, GET Current() queries the table Current, and GET Years(…) reads one row of the
    /// table Years.
    /// </summary>
    public IReadOnlyCollection<string> Seen => seen;

    public void Forget() => seen.Clear();

    private bool Note(HttpRequestMessage request)
    {
        seen.Enqueue($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Split('/', 3)[^1]}");
        return false;
    }
}
