using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Finds the department that a text names, also if its divisions follow, as in 健康福祉局総務部.</summary>
internal static class OneDepartment
{
    /// <summary>Returns the code of the department; null for a text that names no department, several, or others besides it.</summary>
    public static string? In(string text, DepartmentNames names) =>
        PartnerList.Parse(text.FoldWithoutSpaces(), names) is
        {
            Departments: [var only],
            Unknown.Count: 0,
            AndOthers: false,
            EveryBureau: false,
            EveryWard: false,
        }
            ? only
            : null;
}
