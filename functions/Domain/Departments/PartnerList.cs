namespace KawasakiServerless.Domain;

/// <summary>The partners of a collaboration (連携先), parsed from its text 主な連携先.</summary>
/// <param name="Departments">Codes of the named departments, in the order of the text, without duplicates.</param>
/// <param name="EveryBureau">The text contains a term for all bureaus, such as 全局.</param>
/// <param name="EveryWard">The text contains a term for all ward offices, such as 区役所, 全区 or 区.</param>
/// <param name="AndOthers">The text contains a term for further partners that it does not name, such as 等.</param>
/// <param name="Unknown">Names that are not in the register, normalized by <see cref="Folding.Fold"/>.</param>
public sealed record PartnerList(
    EquatableList<string> Departments, bool EveryBureau, bool EveryWard, bool AndOthers, EquatableList<string> Unknown)
{
    public static PartnerList Parse(string? text, DepartmentNames names) =>
        PartnerListReader.Read(WardRanges.Expand(names.WithoutSpacesInNames(text.Fold()), names.Register), names);

    /// <summary>Whether the text includes the department only through a term such as 全局 or 区役所, without naming it.</summary>
    public bool IncludesUnnamed(Department department) =>
        !Departments.Contains(department.Code) && (department.IsWard ? EveryWard : EveryBureau);
}
