namespace KawasakiServerless.Site.Content;

/// <summary>A content text, or a part of one.</summary>
/// <param name="File">The path within the content folder: input/about.md.</param>
/// <param name="Line">The line of the file at which the text begins, from 1.</param>
/// <param name="Text">Each line ends with \n.</param>
internal sealed record ContentText(string File, int Line, string Text)
{
    public ContentProblem Problem(int lineOfText, string what) => new(File, Line + lineOfText - 1, what);
}
