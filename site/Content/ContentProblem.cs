namespace KawasakiServerless.Site.Content;

/// <summary>
/// A fault in a file of the site's content (settings.yml, register.json, or a file in input or theme), reported to the person who edits it.
/// </summary>
/// <param name="File">The path within the content folder, such as input/pages/about.md.</param>
/// <param name="Line">The line number in the file, from 1.</param>
/// <param name="What">A sentence that describes the fault, such as "title" is missing.</param>
public sealed record ContentProblem(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <summary>Thrown when the content of a folder has problems, so that no site can be rendered with it.</summary>
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
