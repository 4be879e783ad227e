using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Findings;

/// <summary>One page of all findings.</summary>
/// <param name="Screen">Whose they are.</param>
/// <param name="Back">The screen it belongs to.</param>
/// <param name="Page">The findings of this page.</param>
public sealed record FindingListView(DepartmentScreen Screen, Crumb Back, Paged<Problem> Page);
