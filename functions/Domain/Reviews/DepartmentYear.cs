namespace KawasakiServerless.Domain;

/// <summary>A department's report of a reporting year (局・区の年度の報告), by what names it.</summary>
/// <param name="Department">Its code.</param>
public sealed record DepartmentYear(FiscalYear Year, string Department)
{
    /// <summary>2018-kenkofukushi, as submissions and the audit name it.</summary>
    public override string ToString() => SubmissionId.PartitionOf(Year, Department);
}
