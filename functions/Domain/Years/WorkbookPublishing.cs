namespace KawasakiServerless.Domain;

/// <summary>Whether readers may have copies of the workbooks that departments submitted for a year (提出ファイルの公開).</summary>
public enum WorkbookPublishing
{
    /// <summary>非公開.</summary>
    Withheld,

    /// <summary>公開.</summary>
    Published,
}
