using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>Reports that are hard to lay out on pages.</summary>
internal static class HardReport
{
    /// <summary>A report with the same text in every field in which a department may write one.</summary>
    public static Report Of(string text) => Some.ReportOf(
        Some.Initiative(text),
        Some.Indicator(Some.Figure(2016, 1), Figure.InWords(FiscalYear.Of(2017), text)) with
        {
            Name = text,
            Group = text,
            Unit = text,
            Notes = [text]
        },
        new Direction("kenkofukushi-0002", Some.Source, 1, "elderly", [text], text),
        new Collaboration("kenkofukushi-0003", Some.Source, text, text, text, text),
        new WardActivity("kenkofukushi-0004", Some.Source, "kawasaki", null, text, text, text),
        new Statistic(
            "kenkofukushi-0005", Some.Source, text, text, YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 10, [new(text, 10, text)]),
        new Passage("kenkofukushi-0006", Some.Source, "参考", [text, text], PassageKind.Note, text),
        new PlainSummary("kenkofukushi-0007", Some.Source, SectionPage.Home, text),
        new PlainSummary("kenkofukushi-0008", Some.Source, SectionPage.Of(1, "elderly"), text),
        new PlainSummary("kenkofukushi-0009", Some.Source, SectionPage.OfDocument("参考"), text));

    /// <summary>A report with a collaboration that has three hundred partners.</summary>
    public static Report OfManyPartners()
    {
        var made = Enumerable.Range(1, 300)
            .Select(n => new Department(n + 100, $"made{n}", $"第{n}推進局", "だい", $"Bureau {n}", DepartmentKind.Bureau, null, [])).ToList();
        var register = Register.Of2018 with { Departments = [.. Register.Of2018.Departments, .. made] };
        var collaboration = new Collaboration(
            "kenkofukushi-0001", Some.Source, string.Join('、', made.Select(d => d.Name)), "全市の連携", "概要", "方向");
        return Report.Compose(FiscalYear.Of(2018), register,
            [new("kenkofukushi", Some.Source.Submission, Some.UploadedAt, DepartmentRecords.Of([collaboration]))]);
    }
}
