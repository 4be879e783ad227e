namespace KawasakiServerless.Domain;

/// <summary>The official names of a department.</summary>
public sealed record OfficialName(string Name, string Kana, string English);

/// <summary>A reorganisation of departments (改編) that the coordinator requests.</summary>
public abstract record Reorganisation
{
    private Reorganisation()
    {
    }

    /// <summary>名称変更: the department gets a new name and keeps its code and URLs.</summary>
    public sealed record Rename(string Code, OfficialName Name) : Reorganisation;

    /// <summary>統合: several departments are merged into one of them or into a new one.</summary>
    /// <param name="Codes">The codes of the departments that are merged.</param>
    /// <param name="Into">The department that results from the merger. It has the code of one of the merged departments if that department
    /// absorbs the others, otherwise a new code.</param>
    public sealed record Merge(EquatableList<string> Codes, Department Into) : Reorganisation;

    /// <summary>分割: a department is split into several departments; one of these may keep the code of the split department.</summary>
    public sealed record Split(string Code, EquatableList<Department> Into) : Reorganisation;

    /// <summary>廃止: the department is abolished, and no department continues its work.</summary>
    public sealed record Abolish(string Code) : Reorganisation;
}
