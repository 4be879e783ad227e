namespace KawasakiServerless.Domain;

/// <summary>Whether the workbooks that departments submitted for a year are published (提出ファイルの公開).</summary>
public enum WorkbookPublishing
{
    /// <summary>Japanese term: 非公開.</summary>
    Withheld,

    /// <summary>Japanese term: 公開.</summary>
    Published,
}
