using System.Collections.Concurrent;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Limits the memory of a process: how many uploads it receives and how many workbooks it reads at the same time. A slow upload occupies
/// only a slot of <see cref="Uploads"/>, not one of <see cref="Readings"/>.
/// </summary>
public sealed class WorkbookGates(TimeProvider time) : IDisposable
{
    private const int MostWaiting = 20;

    /// <summary>The maximum time for which a request waits for a slot of one gate.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Gate> personal = new(StringComparer.Ordinal);

    /// <summary>
    /// Limits the uploads in progress, from the first byte of the body to the response, because each may need 20 MiB of memory or more.
    /// </summary>
    public Gate Uploads { get; } = new(new(Places: 6, MostWaiting, Patience), time);

    /// <summary>
    /// Limits how many workbooks are read, edited, marked or copied at the same time, for any purpose, such as an upload, a check or a
    /// publication.
    /// </summary>
    public Gate Readings { get; } = new(new(Places: 2, MostWaiting, Patience), time);

    /// <summary>
    /// Limits the uploads in progress of one person to half of <see cref="Uploads"/>, so that one person's slow connections leave slots for
    /// others. A request enters this gate before <see cref="Uploads"/>.
    /// </summary>
    public Gate UploadsOf(string person) => personal.GetOrAdd(person, _ => new(new(Places: 3, MostWaiting, Patience), time));

    public void Dispose()
    {
        foreach (var gate in personal.Values)
            gate.Dispose();
        Uploads.Dispose();
        Readings.Dispose();
    }
}
