using System.Globalization;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>Composes the report of 2018 from the dataset, as if each department had submitted its part on 1 August 2018.</summary>
internal sealed class ReportOf2018
{
    private static readonly FiscalYear Year = FiscalYear.Of(2018);
    private static readonly Register Register = Register.Of2018;
    private readonly Dictionary<string, List<Record>> records = [];
    private readonly Dictionary<string, int> numbers = [];

    public static Report Compose()
    {
        var report = new ReportOf2018();
        report.AddViewpoints();
        report.AddCollaborations();
        report.AddWards();
        report.AddStatistics();
        report.AddPassages();
        return Report.Compose(Year, Register, report.records.Select(r =>
            new DepartmentSubmission(r.Key, $"2018-{r.Key}-0001", Some.UploadedAt, DepartmentRecords.Of(r.Value))));
    }

    private void AddViewpoints()
    {
        foreach (var viewpoint in Dataset.Viewpoints)
        {
            foreach (var area in viewpoint.PolicyAreas)
                AddArea(viewpoint.Number, area);
        }
    }

    private void AddArea(int viewpoint, AreaRow area)
    {
        var owner = OwnerOf(area.Departments);
        var code = Register.PolicyAreas.First(a => a.Name == area.Name).Code;
        foreach (var (row, position) in area.Initiatives.Select((row, i) => (row, i)))
        {
            var initiative = Add(owner, "取組", (id, source) => new Initiative(id, source, viewpoint, code, [.. area.Departments], row.Text));
            AddIndicators(initiative, Dataset.Indicators.Where(i => (i.Viewpoint, i.PolicyArea, i.Position) == (viewpoint, area.Name, position)));
        }

        foreach (var text in area.Directions)
            Add(owner, "今後の方向性", (id, source) => new Direction(id, source, viewpoint, code, [.. area.Departments], text));
    }

    private void AddIndicators(Initiative initiative, IEnumerable<IndicatorRow> rows)
    {
        foreach (var (series, index) in rows.SelectMany(r => r.Series).Select((s, i) => (s, i)))
        {
            var department = initiative.Source.Department;
            var cell = $"D{records[department].Count + 4}:F{records[department].Count + 4}";
            records[department].Add(new Indicator(
                RecordId.OfIndicator(initiative.Id, index + 1), SourceOf(department, "指標", cell), initiative.Id,
                series.Name, series.Group, series.Unit, series.Cumulative, FiguresOf(series.Values), [.. series.Notes]));
        }
    }

    private static EquatableList<Figure> FiguresOf(ValueRow[] values) =>
    [
        .. ExpectedYears.Columns(Year)
            .Where(y => y != Year || values.Any(v => v.FiscalYear == y.Year))
            .Select(y => FigureOf(y, values.FirstOrDefault(v => v.FiscalYear == y.Year))),
    ];

    private static Figure FigureOf(FiscalYear year, ValueRow? row) => row switch
    {
        { Value: { } value } => Figure.Reported(year, value),
        { Text: { } text } => Figure.InWords(year, text),
        _ => Figure.NotReported(year),
    };

    private void AddCollaborations()
    {
        foreach (var row in Dataset.Collaborations)
            Add(CodeOf(row.LeadNormalized), "連携取組", (id, source) => new Collaboration(id, source, row.PartnersText, row.Name, row.Outline, row.Direction));
    }

    private void AddWards()
    {
        foreach (var (category, text) in Dataset.Wards.CommonEfforts.SelectMany(c => c.Items.Select(text => (c.Category, text))))
            Add(Register.Coordinator, "区の取組", (id, source) => new WardActivity(id, source, null, null, category, null, text));
        foreach (var (ward, text) in Dataset.Wards.Wards.SelectMany(w => w.Items.Select(text => (CodeOf(w.Name), text))))
            Add(ward, "区の取組", (id, source) => new WardActivity(id, source, ward, null, null, null, text));
        foreach (var row in Dataset.WardHistory)
        {
            var (ward, year) = (CodeOf(row.Ward), FiscalYear.Of(row.FiscalYear));
            foreach (var (heading, text) in row.Groups.SelectMany(g => g.Items.Select(text => (g.Heading, text))))
                Add(ward, "区の取組", (id, source) => new WardActivity(id, source, ward, year, null, heading, text));
        }
    }

    private void AddStatistics()
    {
        foreach (var row in Dataset.Statistics)
        {
            Add(Register.Coordinator, "活動統計", (id, source) => new Statistic(
                id, source, row.Section, row.Name, MonthOf(row.Period.From), MonthOf(row.Period.To), row.Total,
                [.. row.Shares.Select(s => new Share(s.Label, s.Percent, s.Note))]));
        }
    }

    private void AddPassages()
    {
        foreach (var row in Dataset.Narrative)
        {
            foreach (var block in row.Blocks)
            {
                var kind = Enum.Parse<PassageKind>(block.Type, ignoreCase: true);
                Add(Register.Coordinator, "本文", (id, source) => new Passage(id, source, row.Document, [.. row.Path], kind, block.Text));
            }
        }
    }

    private T Add<T>(string department, string sheet, Func<string, Source, T> make)
        where T : Record
    {
        if (!records.TryGetValue(department, out var all))
            records[department] = all = [];
        var number = numbers[department] = numbers.GetValueOrDefault(department) + 1;
        var record = make(new RecordId(department, number).ToString(), SourceOf(department, sheet, $"B{all.Count + 4}:H{all.Count + 4}"));
        all.Add(record);
        return record;
    }

    private static Source SourceOf(string department, string sheet, string cell) => new(
        department, $"2018-{department}-0001", Source.CanonicalFile(Year, Register.Department(department)), sheet, cell, Some.UploadedAt);

    private static string OwnerOf(string[] divisions)
    {
        var departments = divisions.Select(Register.DepartmentOfDivision).OfType<Department>().Select(d => d.Code).ToList();
        return departments.Contains(Register.Coordinator) ? Register.Coordinator : departments[0];
    }

    private static string CodeOf(string name) =>
        Register.TryFindDepartment(name, out var department) ? department.Code : throw new InvalidOperationException($"{name} is no department.");

    private static YearMonth MonthOf(string text) =>
        YearMonth.TryParse(text, out var month) ? month : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{text} is no month."));
}
