namespace KawasakiServerless.Domain.Tests;

/// <summary>Creates records with typical values.</summary>
internal static class Some
{
    public const string Department = "kenkofukushi";

    public static Register Register => Register.Of2018;

    public static DepartmentNames Names { get; } = new(Register);

    public static FiscalYear Year => FiscalYear.Of(2018);

    public static DateTimeOffset Time { get; } = new(2018, 6, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public static Source Source(string department = Department, string submission = "", string cell = "B5") =>
        new(department, submission, $"2018-{department}.xlsx", "視点別取組", cell, Time);

    public static Initiative Initiative(string id = "row 5", string text = "普及啓発", int viewpoint = 1, string area = "elderly") =>
        new(id, Source(), viewpoint, area, ["健康福祉局地域包括ケア推進室"], text);

    public static Indicator Indicator(string id = "row 5 (1)", string initiative = "row 5", string name = "開催数", params Figure[] figures) =>
        new(id, Source(), initiative, name, "川崎病院", "回", false, figures.ToEquatableList(), ["累計ではない"]);

    public static Direction Direction(string id = "row 6", string text = "啓発が必要", int viewpoint = 1, string area = "elderly") =>
        new(id, Source(), viewpoint, area, ["健康福祉局長寿社会部"], text);

    public static Collaboration Collaboration(
        string id = "row 7", string name = "コミュニティ推進事業", string partners = "健康福祉局、区役所等", string lead = Department) =>
        new(id, Source(lead), partners, name, "しくみを構築する。", "方向性を検討する。");

    public static WardActivity WardActivity(
        string id = "row 8", string? ward = "kawasaki", FiscalYear? year = null, string text = "区民説明会") =>
        new(id, Source(), ward, year, "意識づくり", "出前講座", text);

    public static Statistic Statistic(string id = "row 9", string name = "対象者の年齢区分") =>
        new(id, Source(), "相談対応", name, YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80252, [new("成人", 22.3m, "18～39歳")]);

    public static Passage Passage(string id = "row 10", string text = "本文である。") =>
        new(id, Source(), "資料1-1", ["はじめに", "背景"], PassageKind.Paragraph, text);

    public static PlainSummary PlainSummary(string id = "row 11", string text = "市がしていることです。", SectionPage? page = null) =>
        new(id, Source(), page ?? SectionPage.Home, text);

    public static DepartmentRecords OneOfEachKind() =>
        DepartmentRecords.Of(
            [Initiative(), Indicator(), Direction(), Collaboration(), WardActivity(), Statistic(), Passage(), PlainSummary()]);

    public static DepartmentRecords Records(params Record[] records) => DepartmentRecords.Of(records);

    /// <summary>
    /// Creates a department's first submission of these records, in which they have record ids (管理番号) and name the department as their
    /// source.
    /// </summary>
    public static DepartmentSubmission Submission(string department, params Record[] records)
    {
        var own = records.Select(r => r with { Source = r.Source with { Department = department } });
        var (numbered, _) = Identities.Assign(department, DepartmentRecords.Of([.. own]), DepartmentRecords.Empty, AssignedNumbers.None);
        return new(department, $"2018-{department}-1", Time, numbered);
    }

    public static Department DepartmentOf(string code) => Register.Department(code);

    public static Figure Figure(int year, decimal value) => Domain.Figure.Reported(FiscalYear.Of(year), value);
}
