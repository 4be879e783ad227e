namespace KawasakiServerless.Domain;

/// <summary>The official names of a department.</summary>
public sealed record OfficialName(string Name, string Kana, string English);

/// <summary>A change of departments (改編) that the coordinator asks for.</summary>
public abstract record Reorganisation
{
    private Reorganisation()
    {
    }

    /// <summary>名称変更: the same department, by another name. Its code and addresses stay.</summary>
    public sealed record Rename(string Code, OfficialName Name) : Reorganisation;

    /// <summary>統合: departments become one, either one of them or a new one.</summary>
    /// <param name="Codes">Those that are merged.</param>
    /// <param name="Into">With the code of one of them when that one takes the others in.</param>
    public sealed record Merge(EquatableList<string> Codes, Department Into) : Reorganisation;

    /// <summary>分割: a department becomes several; one of them may be itself.</summary>
    public sealed record Split(string Code, EquatableList<Department> Into) : Reorganisation;

    /// <summary>廃止: nobody goes on with its work.</summary>
    public sealed record Abolish(string Code) : Reorganisation;
}
