namespace KawasakiServerless.Domain;

/// <summary>The partners of a collaboration (連携先) as read from running text.</summary>
/// <param name="Departments">Codes of those named, in the order written, each once.</param>
/// <param name="EveryBureau">全局.</param>
/// <param name="EveryWard">区役所, 全区, 区.</param>
/// <param name="AndOthers">等.</param>
/// <param name="Unknown">Names the register does not know, as folded.</param>
public sealed record PartnerList(
    EquatableList<string> Departments, bool EveryBureau, bool EveryWard, bool AndOthers, EquatableList<string> Unknown)
{
    public static PartnerList Parse(string? text, Register register) =>
        PartnerListReader.Read(register.WithoutSpacesInNames(text.Fold()), register);

    /// <summary>Whether a department is meant by 全局 or 区役所 without being named.</summary>
    public bool IncludesUnnamed(Department department) =>
        !Departments.Contains(department.Code) && (department.IsWard ? EveryWard : EveryBureau);
}
