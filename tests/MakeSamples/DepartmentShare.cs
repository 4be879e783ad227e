using KawasakiServerless.Domain;

namespace KawasakiServerless.MakeSamples;

/// <summary>The records that one department reported in 2018. Their ids are one sequence across the sheets of its workbook.</summary>
internal sealed class DepartmentShare(Dataset dataset, Register register, Department department)
{
    private static readonly Source Nowhere = Source.Read("", "", "");

    private readonly List<Record> records = [];
    private int last;

    private bool IsCoordinator => department.Code == register.Coordinator;

    public DepartmentRecords Records()
    {
        foreach (var (viewpoint, area) in Areas())
            AddInitiatives(viewpoint, area);
        foreach (var (viewpoint, area) in Areas())
            records.AddRange(
                area.Directions.Select(d => new Direction(NextId(), Nowhere, viewpoint, CodeOf(area), [.. area.Departments], d)));
        records.AddRange(dataset.Collaborations.Where(c => c.LeadNormalized == department.Name)
            .Select(c => new Collaboration(NextId(), Nowhere, c.PartnersText, c.Name, c.Outline, c.Direction)));
        records.AddRange(department.IsWard ? WardList().Concat(WardYears()) : []);
        records.AddRange(IsCoordinator ? [.. CommonEfforts(), .. Statistics(), .. Passages()] : []);
        return DepartmentRecords.Of(records);
    }

    private IEnumerable<(int Viewpoint, DatasetArea Area)> Areas() =>
        dataset.Viewpoints.SelectMany(v => v.PolicyAreas.Select(a => (v.Number, Area: a))).Where(p => ReporterOf(p.Area) == department);

    // Returns the department that reports a policy area. If the printed report names several, this is the coordinator (健康福祉局) if it is one
    // of them, and otherwise the first, or null if the first is not a department of the register.
    private Department? ReporterOf(DatasetArea area)
    {
        var named = area.Departments.Select(new DepartmentNames(register).OfDivision).ToList();
        return named.Find(d => d?.Code == register.Coordinator) ?? named[0];
    }

    private void AddInitiatives(int viewpoint, DatasetArea area)
    {
        foreach (var (position, initiative) in area.Initiatives.Index())
        {
            var id = NextId();
            records.Add(new Initiative(id, Nowhere, viewpoint, CodeOf(area), [.. area.Departments], initiative.Text));
            var series = dataset.Indicators.Where(i => (i.Viewpoint, i.PolicyArea, i.Position) == (viewpoint, area.Name, position))
                .SelectMany(i => i.Series);
            records.AddRange(series.Select((s, n) => IndicatorOf(id, n + 1, s)));
        }
    }

    private static Indicator IndicatorOf(string initiative, int number, DatasetSeries series) => new(
        RecordId.OfIndicator(initiative, number),
        Nowhere,
        initiative,
        series.Name,
        series.Group,
        series.Unit,
        series.Cumulative,
        [.. series.Values.Select(FigureOf)],
        [.. series.Notes]);

    private static Figure FigureOf(DatasetValue value) => value.Value is { } number
        ? Figure.Reported(FiscalYear.Of(value.FiscalYear), number)
        : Figure.InWords(FiscalYear.Of(value.FiscalYear), value.Text!);

    private IEnumerable<Record> WardList() => dataset.Wards.Wards.Where(w => w.Name == department.Ward).SelectMany(w => w.Items)
        .Select(item => new WardActivity(NextId(), Nowhere, department.Code, null, null, null, item));

    private IEnumerable<Record> WardYears() =>
        from year in dataset.WardHistory
        where year.Ward == department.Ward
        orderby year.FiscalYear
        from heading in year.Groups
        from item in heading.Items
        select new WardActivity(NextId(), Nowhere, department.Code, FiscalYear.Of(year.FiscalYear), null, heading.Heading, item);

    private IEnumerable<Record> CommonEfforts() => dataset.Wards.CommonEfforts.SelectMany(
        e => e.Items, (e, item) => new WardActivity(NextId(), Nowhere, null, null, e.Category, null, item));

    private IEnumerable<Record> Statistics() => dataset.Statistics.Select((s, i) => new Statistic(
        $"statistic {i}", Nowhere, s.Section, s.Name, Month(s.Period.From), Month(s.Period.To), s.Total,
        [.. s.Shares.Select(x => new Share(x.Label, x.Percent, x.Note))]));

    private IEnumerable<Record> Passages() => dataset.Narrative
        .SelectMany(p => p.Blocks, (p, block) => (p.Document, p.Path, block))
        .Select((p, i) => new Passage($"passage {i}", Nowhere, p.Document, [.. p.Path],
            Enum.Parse<PassageKind>(p.block.Type, ignoreCase: true), p.block.Text));

    private static YearMonth Month(string text) =>
        YearMonth.TryParse(text, out var month) ? month : throw new FormatException($"{text} is not a month.");

    private string CodeOf(DatasetArea area) => register.PolicyAreas.First(a => a.Name == area.Name).Code;

    private string NextId() => new RecordId(department.Code, ++last).ToString();
}
