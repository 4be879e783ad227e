namespace KawasakiServerless.Domain;

/// <summary>What a department's workbook changes of its report (今の報告とのちがい), by the same comparison as the public 変更の一覧.</summary>
public static class DepartmentChanges
{
    /// <param name="year">For which is reported.</param>
    /// <param name="register">Of the year.</param>
    /// <param name="before">What counts; null when nothing does, and then everything is new.</param>
    /// <param name="after">What is to count; with errors perhaps two records of one 管理番号, of which the first is compared.</param>
    public static Changes Between(FiscalYear year, Register register, DepartmentSubmission? before, DepartmentSubmission after) =>
        Changes.Between(before is null ? null : Compose(year, register, before), Compose(year, register, after));

    private static Report Compose(FiscalYear year, Register register, DepartmentSubmission submission) =>
        Report.Compose(year, register,
            [submission with { Records = DepartmentRecords.Of([.. submission.Records.All.DistinctBy(r => (r.GetType(), r.Id))]) }]);
}
