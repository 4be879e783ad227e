using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The Japanese texts of findings about the report of a year as a whole.</summary>
internal static class ReportFindings
{
    public static Finding NotSubmitted(Department department) => ProblemKinds.NotSubmitted.Say(
        $"{department.Name}は、まだ報告を提出していません。",
        "報告することがないときも、「はじめに」で「該当なし」を選んだ様式を提出するよう依頼してください。例：該当なし");

    /// <param name="others">The other departments that also list the collaboration as their own.</param>
    public static Finding CollaborationTwice(Department lead, IReadOnlyList<Department> others) => ProblemKinds.CollaborationTwice.Say(
        $"{lead.Name}の連携取組と同じ事業名等が、{string.Join("、", others.Select(o => o.Name))}の報告にもあります。",
        $"同じ事業であれば、中心となる局・区の報告だけに残してください。別の事業であれば、違いが分かる事業名等にしてください。例：{lead.Name}の報告に残す");

    public static Finding PageMissing(string page) => ProblemKinds.PageMissing.Say(
        $"「{page}」のページがサイトにないため、この文章は表示されません。",
        "ページは、報告があるとできます。報告がないときは、別のページを選んでください。例：トップページ");
}
