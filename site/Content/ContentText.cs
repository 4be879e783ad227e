namespace KawasakiServerless.Site.Content;

/// <summary>A text of the content, or a part of one.</summary>
/// <param name="File">From the folder of the content: input/about.md.</param>
/// <param name="Line">At which the text begins in its file, from 1.</param>
/// <param name="Text">With \n at the end of each line.</param>
internal sealed record ContentText(string File, int Line, string Text)
{
    public ContentProblem Problem(int lineOfText, string what) => new(File, Line + lineOfText - 1, what);
}
