using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

/// <summary>
/// A record as a table row and back. A figure stands in the column of its year: a number, or a text; its status beside it when it is
/// neither.
/// </summary>
internal static class RecordEntity
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string KindOf(Record record) => record switch
    {
        Initiative => "initiative",
        Indicator => "indicator",
        Direction => "direction",
        Collaboration => "collaboration",
        WardActivity => "ward-activity",
        Statistic => "statistic",
        Passage => "passage",
        PlainSummary => "plain-summary",
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no table row."),
    };

    public static TableEntity Of(Record record, string submission, string rowKey)
    {
        var entity = new TableEntity(submission, rowKey)
        {
            ["Id"] = record.Id,
            ["SourceDepartment"] = record.Source.Department,
            ["SourceSubmission"] = record.Source.Submission,
            ["SourceFile"] = record.Source.File,
            ["SourceSheet"] = record.Source.Sheet,
            ["SourceCell"] = record.Source.Cell,
            ["SourceUploadedAt"] = record.Source.UploadedAt,
        };
        if (record.Source.Values.Count > 0)
            entity["SourceValues"] = Joined(record.Source.Values.Select(v => $"{v.Key}={v.Cell}"));
        foreach (var (name, value) in Columns(record))
            entity[name] = value;
        return entity;
    }

    public static Record ToRecord(TableEntity e) => e.RowKey[..e.RowKey.LastIndexOf('-')] switch
    {
        "initiative" => new Initiative(Id(e), SourceOf(e), Number(e, "Viewpoint"), Text(e, "PolicyArea"), List(e, "Divisions"), Text(e, "Text")),
        "indicator" => new Indicator(
            Id(e), SourceOf(e), Text(e, "Initiative"), Text(e, "Name"), e.Text("Group"), e.Text("Unit"), e.Flag("IsCumulative") ?? false, FiguresOf(e), List(e, "Notes")),
        "direction" => new Direction(Id(e), SourceOf(e), Number(e, "Viewpoint"), Text(e, "PolicyArea"), List(e, "Divisions"), Text(e, "Text")),
        "collaboration" => new Collaboration(Id(e), SourceOf(e), Text(e, "PartnersText"), Text(e, "Name"), Text(e, "Outline"), Text(e, "Direction")),
        "ward-activity" => new WardActivity(
            Id(e), SourceOf(e), e.Text("Ward"), e.Int("Year") is { } year ? FiscalYear.Of(year) : null, e.Text("Category"), e.Text("Heading"), Text(e, "Text")),
        "statistic" => new Statistic(
            Id(e), SourceOf(e), Text(e, "Section"), Text(e, "Name"), Month(e, "From"), Month(e, "To"), Decimal(e, "Total"), SharesOf(e)),
        "passage" => new Passage(Id(e), SourceOf(e), Text(e, "Document"), List(e, "Path"), e.Require<PassageKind>("Kind"), Text(e, "Text")),
        "plain-summary" => new PlainSummary(Id(e), SourceOf(e), PageOf(e), Text(e, "Text")),
        var kind => throw new InvalidDataException($"Records holds a row of the unknown kind {kind}."),
    };

    private static IEnumerable<(string Name, object? Value)> Columns(Record record) => record switch
    {
        Initiative r => [("Viewpoint", r.Viewpoint), ("PolicyArea", r.PolicyArea), ("Divisions", Joined(r.Divisions)), ("Text", r.Text)],
        Indicator r =>
        [
            ("Initiative", r.Initiative), ("Name", r.Name), ("Group", r.Group), ("Unit", r.Unit), ("IsCumulative", r.IsCumulative),
            .. r.Figures.SelectMany(Columns), ("Notes", Joined(r.Notes)),
        ],
        Direction r => [("Viewpoint", r.Viewpoint), ("PolicyArea", r.PolicyArea), ("Divisions", Joined(r.Divisions)), ("Text", r.Text)],
        Collaboration r => [("PartnersText", r.PartnersText), ("Name", r.Name), ("Outline", r.Outline), ("Direction", r.Direction)],
        WardActivity r => [("Ward", r.Ward), ("Year", r.Year?.Year), ("Category", r.Category), ("Heading", r.Heading), ("Text", r.Text)],
        Statistic r =>
        [
            ("Section", r.Section), ("Name", r.Name), ("From", r.From.ToString()), ("To", r.To.ToString()), ("Total", (double)r.Total), .. Columns(r.Shares),
        ],
        Passage r => [("Document", r.Document), ("Path", Joined(r.Path)), ("Kind", r.Kind.ToString()), ("Text", r.Text)],
        PlainSummary r => [("Page", r.Page.Key), ("Text", r.Text)],
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no columns."),
    };

    private static IEnumerable<(string Name, object? Value)> Columns(Figure figure)
    {
        var year = string.Create(CultureInfo.InvariantCulture, $"Y{figure.Year.Year}");
        return figure.Status switch
        {
            FigureStatus.Reported => [(year, (double)figure.Value!.Value)],
            FigureStatus.Text => [(year, figure.Text)],
            var status => [(year + "Status", status.ToString())],
        };
    }

    private static EquatableList<Figure> FiguresOf(TableEntity entity) =>
    [
        .. entity.Where(p => p.Key.Length >= 5 && p.Key[0] == 'Y' && char.IsAsciiDigit(p.Key[1]))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => FigureOf(FiscalYear.Of(int.Parse(p.Key.AsSpan(1, 4), CultureInfo.InvariantCulture)), p.Key[5..], p.Value)),
    ];

    private static Figure FigureOf(FiscalYear year, string column, object? value) => (column, value) switch
    {
        ("", double number) => Figure.Reported(year, (decimal)number),
        ("", string words) => Figure.InWords(year, words),
        ("Status", nameof(FigureStatus.NotReported)) => Figure.NotReported(year),
        ("Status", nameof(FigureStatus.NotApplicable)) => Figure.NotApplicable(year),
        _ => throw new InvalidDataException($"A figure of {year} has no meaning."),
    };

    // A text column holds 32,768 characters and a long breakdown more, so it goes into as many columns as it needs.
    private static IEnumerable<(string Name, object? Value)> Columns(EquatableList<Share> shares) =>
        JsonSerializer.Serialize<IEnumerable<Share>>(shares, Json).Chunk(30_000)
            .Select((part, index) => (string.Create(CultureInfo.InvariantCulture, $"Shares{index:D2}"), (object?)new string(part)));

    private static EquatableList<Share> SharesOf(TableEntity entity) =>
        (JsonSerializer.Deserialize<Share[]>(string.Concat(entity
            .Where(p => p.Key.StartsWith("Shares", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value))) ?? []).ToEquatableList();

    private static Source SourceOf(TableEntity e) => new(
        Text(e, "SourceDepartment"), Text(e, "SourceSubmission"), Text(e, "SourceFile"), Text(e, "SourceSheet"), Text(e, "SourceCell"),
        e.RequireTime("SourceUploadedAt"))
    {
        Values = e.Text("SourceValues") is null ? [] : [.. List(e, "SourceValues").Select(ValueOf)],
    };

    private static ValueCell ValueOf(string written) => written.Split('=') is [var key, var cell] && ValueCell.Parse(key, cell) is { } value
        ? value
        : throw new InvalidDataException($"{written} names no cell of a value.");

    private static string Id(TableEntity e) => Text(e, "Id");

    private static string Text(TableEntity e, string column) => e.Require(column);

    private static int Number(TableEntity e, string column) => e.Int(column) ?? 0;

    private static decimal Decimal(TableEntity e, string column) => (decimal)(e.Number(column) ?? 0);

    private static YearMonth Month(TableEntity e, string column) =>
        YearMonth.TryParse(e.Text(column), out var month) ? month : throw new InvalidDataException($"{column} of {e.RowKey} is no month.");

    private static SectionPage PageOf(TableEntity e) =>
        SectionPage.OfKey(Text(e, "Page")) ?? throw new InvalidDataException($"Page of {e.RowKey} is none.");

    private static string Joined(IEnumerable<string> items) => JsonSerializer.Serialize(items, Json);

    private static EquatableList<string> List(TableEntity e, string column) =>
        (JsonSerializer.Deserialize<string[]>(e.Require(column), Json) ?? []).ToEquatableList();
}
