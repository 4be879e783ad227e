namespace KawasakiServerless.Site.Content;

/// <summary>
/// The text of a content file, or of a part of the file. It includes the line at which it begins, so that problems can name a line of the
/// file.
/// </summary>
/// <param name="File">The path within the content folder, such as input/pages/about.md.</param>
/// <param name="Line">The line of the file at which the text begins, from 1.</param>
/// <param name="Text">The text with \n as its only line separator.</param>
internal sealed record ContentText(string File, int Line, string Text)
{
    public ContentProblem Problem(int lineOfText, string what) => new(File, Line + lineOfText - 1, what);
}
