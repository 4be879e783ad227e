namespace KawasakiServerless.Site.Data;

/// <summary>
/// Stops the publication if a file of the open data breaks a machine-readability rule and <see cref="ReadabilityReasons"/> has no reason
/// why this is acceptable. In that case, the code that writes the file is wrong. If a file breaks a rule because of the wording of a
/// department, the file is published with a lower score, and the open-data page states the reason.
/// </summary>
internal static class ReadabilityGate
{
    /// <exception cref="UnreadableDataException">A file breaks a rule without an acceptable reason, or a CSV file contains a cell that a
    /// spreadsheet program would execute as a formula.</exception>
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
/// Thrown when, because of a bug in the code that writes the file, a file of the open data breaks a machine-readability rule or contains a
/// cell that a spreadsheet program would execute as a formula. Nothing is published.
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
