using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Checks that the period of a statistic is not reversed, that its shares do not exceed 100 % in total, and that they are not written
/// as fractions, such as 0.294 for 29.4 %.
/// </summary>
internal static class StatisticCheck
{
    // The greatest rounding error of a share, which is given with one decimal place.
    private const decimal Rounding = 0.05m;

    public static void Run(Statistic statistic, PlacedRecord placed)
    {
        if (Months(statistic.To) < Months(statistic.From))
            placed.Report(StatisticSheet.To, RecordFindings.PeriodReversed(statistic.From.Label, statistic.To.Label));
        // A repeated row has a finding of its own.
        var sum = statistic.Shares.Distinct().Where(s => !PartName.IsWithinAnother(s.Label)).Sum(s => s.Percent);
        // If a single share exceeds 100 %, that share already has a finding of its own, so the sum is not reported as well.
        if (statistic.Shares.All(s => s.Percent <= 100) && sum > 100 + (statistic.Shares.Count * Rounding))
            placed.Report(StatisticSheet.Percent, RecordFindings.SharesOver(statistic.Name, sum));
        if (statistic.Shares.Count > 1 && Math.Abs(sum - 1) <= statistic.Shares.Count * Rounding / 10)
            placed.Report(StatisticSheet.Percent, RecordFindings.SharesAsFractions(statistic.Name, sum));
    }

    private static int Months(YearMonth month) => (month.Year * 12) + month.Month;
}
