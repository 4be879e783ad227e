using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Findings;

/// <summary>One page of the list of all findings (problems found in a workbook).</summary>
/// <param name="Screen">The department screen to which the findings belong.</param>
/// <param name="Back">The link back to the screen that led to this one.</param>
/// <param name="Page">The findings on this page.</param>
public sealed record FindingListView(DepartmentScreen Screen, Crumb Back, Paged<Problem> Page);
