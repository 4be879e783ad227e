namespace KawasakiServerless.Site.Content;

/// <summary>What is wrong with a file of the site's content (site/input, site/theme, settings.yml), for whoever edits it.</summary>
/// <param name="File">From the folder of the content: input/about.md.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">A sentence: "title" is missing.</param>
public sealed record ContentProblem(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <summary>The content of a folder cannot be published.</summary>
public sealed class ContentException : Exception
{
    public ContentException()
    {
    }

    public ContentException(string message)
        : base(message)
    {
    }

    public ContentException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ContentException(IReadOnlyList<ContentProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    public IReadOnlyList<ContentProblem> Problems { get; } = [];
}
