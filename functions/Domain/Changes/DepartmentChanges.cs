namespace KawasakiServerless.Domain;

/// <summary>
/// Computes what a new workbook would change in its department's report (今の報告とのちがい). The comparison is the same as for the public list of
/// changes (変更の一覧).
/// </summary>
public static class DepartmentChanges
{
    /// <param name="year">The reporting year.</param>
    /// <param name="register">The register of that year.</param>
    /// <param name="before">The department's submission in effect; null for none, in which case the result is marked as a first publication
    /// and lists no records.</param>
    /// <param name="after">The new submission. If it has errors, two records may have the same id (管理番号); only the first of them is
    /// compared.</param>
    public static Changes Between(FiscalYear year, Register register, DepartmentSubmission? before, DepartmentSubmission after) =>
        Changes.Between(before is null ? null : Compose(year, register, before), Compose(year, register, after));

    private static Report Compose(FiscalYear year, Register register, DepartmentSubmission submission) =>
        Report.Compose(year, register,
            [submission with { Records = DepartmentRecords.Of([.. submission.Records.All.DistinctBy(r => (r.GetType(), r.Id))]) }]);
}
