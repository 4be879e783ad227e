using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Lets no file out that breaks a rule without a reason: the form is ours to keep. What departments word so that a rule is broken lowers
/// the score, and the page says so.
/// </summary>
internal static class ReadabilityGate
{
    /// <exception cref="UnreadableDataException">A rule is broken without a reason.</exception>
    public static void Pass(IEnumerable<DataFile> files)
    {
        var broken = files.SelectMany(BrokenIn).ToList();
        if (broken.Count > 0)
            throw new UnreadableDataException(string.Join('\n', broken));
    }

    private static IEnumerable<string> BrokenIn(DataFile file) => file.Readability is not { } readability ? [] :
    [
        .. readability.Broken.Where(r => ReadabilityReasons.Of(file.Name, r) is null)
            .Select(r => $"{file.Name}: {r.Rule.Id} {r.Rule.Name}: {r.Breaches[0]}"),
        .. readability.Executable.Select(e => $"{file.Name}: {e}"),
    ];
}

/// <summary>A file of the open data would break a rule that this site itself has to keep: a bug, and nothing is published.</summary>
public sealed class UnreadableDataException : Exception
{
    public UnreadableDataException()
    {
    }

    public UnreadableDataException(string message)
        : base(message)
    {
    }

    public UnreadableDataException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
