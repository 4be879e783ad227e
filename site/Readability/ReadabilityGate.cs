using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Readability;

/// <summary>Lets no file out that breaks a rule of form. What departments word so that a rule of wording is broken lowers the score, and is said on the page.</summary>
internal static class ReadabilityGate
{
    /// <exception cref="UnreadableDataException">A rule of form is broken.</exception>
    public static void Pass(IEnumerable<DataFile> files)
    {
        var broken = files.SelectMany(f => (f.Score?.Results ?? []).Where(r => r.Rule.Keeper == RuleKeeper.Form && !r.IsKept).Select(r => $"{f.Name}: {r.Rule.Number} {r.Rule.Title}: {r.Breaches[0]}")).ToList();
        if (broken.Count > 0)
            throw new UnreadableDataException(string.Join('\n', broken));
    }
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
