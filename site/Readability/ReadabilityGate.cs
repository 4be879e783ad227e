using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Blocks the publication of a file that breaks a rule without a documented reason, because this site is responsible for the form. Wording
/// of the departments that breaks a rule lowers the score instead, and the page explains it.
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

/// <summary>
/// Thrown when a file of the open data breaks a rule for which this site is responsible. This is a bug, and nothing is published.
/// </summary>
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
