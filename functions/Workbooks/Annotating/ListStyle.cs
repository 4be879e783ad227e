namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The styles of the cells of the list of problems (指摘一覧).</summary>
internal enum ListStyle
{
    Title,
    Verdict,
    Note,
    Header,
    Text,
    Found,
    Link,
    Error,
    Warning,
    Info,
}
