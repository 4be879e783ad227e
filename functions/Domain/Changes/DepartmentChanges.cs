namespace KawasakiServerless.Domain;

/// <summary>The changes that a department's workbook makes to its report (今の報告とのちがい), by the same comparison as the public 変更の一覧.</summary>
public static class DepartmentChanges
{
    /// <param name="year">The reporting year.</param>
    /// <param name="register">The register of that year.</param>
    /// <param name="before">The submission in effect; null for none, in which case all records are new.</param>
    /// <param name="after">The new submission. If it has errors, two records may share a 管理番号; only the first one is compared.</param>
    public static Changes Between(FiscalYear year, Register register, DepartmentSubmission? before, DepartmentSubmission after) =>
        Changes.Between(before is null ? null : Compose(year, register, before), Compose(year, register, after));

    private static Report Compose(FiscalYear year, Register register, DepartmentSubmission submission) =>
        Report.Compose(year, register,
            [submission with { Records = DepartmentRecords.Of([.. submission.Records.All.DistinctBy(r => (r.GetType(), r.Id))]) }]);
}
