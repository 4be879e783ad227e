using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// The figures of an indicator, each with the workbook cell (セル) that contains it. The search answers questions such as 令和元年度の参加者数は
/// with a figure and its cell. It has no figures of statistics: their names (年齢区分) say how the total is divided and not what is counted, so
/// a question does not tell which of them is meant.
/// </summary>
/// <param name="Name">The name of the indicator, such as 川崎病院 参加者数.</param>
/// <param name="Subject">The text of the indicator's initiative.</param>
/// <param name="Unit">The unit; null when the department reported none.</param>
/// <param name="Place">The file and the sheet that contain the figures.</param>
internal sealed record SearchFigures(string Name, string Subject, string? Unit, string Place, IReadOnlyList<SearchFigure> Values)
{
    /// <summary>
    /// The beginning of the indicator's full name, such as 歯周疾患検診：, which is shown before the title of the entry and is not searched:
    /// the initiative, whose text contains the same words, must stay the first result. Empty if the title is the full name.
    /// </summary>
    public string Before { get; private init; } = "";

    /// <summary>The array that is serialized to JSON and read by Scripts/results.js.</summary>
    public object?[] Written =>
        [Name, Subject, Unit, Place, Values.Select(v => new object?[] { v.Year, v.Label, v.Value, v.Instead, v.Cell, v.Number }), Before];

    /// <summary>The estimated size of the figures in the index file, in bytes.</summary>
    public int Size => Encoding.UTF8.GetByteCount($"{Name}{Subject}{Unit}{Place}{Before}")
        + Values.Sum(v => Encoding.UTF8.GetByteCount($"{v.Label}{v.Value}{v.Instead}{v.Cell}") + 40);

    public static SearchFigures Of(Indicator indicator, Initiative initiative) =>
        new(indicator.FullName, initiative.Text, indicator.Unit, $"{indicator.Source.File} {indicator.Source.Sheet}",
            [.. indicator.Figures.Select(f => Of(f, indicator))])
        {
            Before = IndicatorName.Of(initiative, indicator) is { Subject: { } subject, Counted: var counted }
                && counted == indicator.FullName ? $"{subject}：" : "",
        };

    /// <summary>A figure as text, such as 4.8% or 未報告.</summary>
    public static string TextOf(Figure figure, string? unit) => figure.Status switch
    {
        FigureStatus.Reported => $"{Texts.Format(figure.Value.GetValueOrDefault())}{unit}",
        FigureStatus.Text => figure.Text ?? "",
        FigureStatus.NotReported or FigureStatus.NotApplicable => figure.Status.Word(),
    };

    /// <summary>All figures of an indicator as text, such as 平成28年度 54回、平成29年度 未報告.</summary>
    public static string TextOf(Indicator indicator) =>
        string.Join('、', indicator.Figures.Select(f => $"{f.Year.EraLabel} {TextOf(f, indicator.Unit)}"));

    private static SearchFigure Of(Figure figure, Indicator indicator)
    {
        var (text, cell) = (TextOf(figure, indicator.Unit), indicator.Source.CellOf(figure.Year));
        return figure.Status == FigureStatus.Reported
            ? new(figure.Year.Year, figure.Year.Label, indicator.IsCumulative ? $"{text}（累計）" : text, "", cell, figure.Value)
            : new(figure.Year.Year, figure.Year.Label, null, figure.Status == FigureStatus.Text ? "文章で報告" : text, cell, null);
    }
}

/// <summary>One figure of <see cref="SearchFigures"/>.</summary>
/// <param name="Value">The number with its unit; null when the department reported no number.</param>
/// <param name="Instead">The text that the search shows instead of a number, such as 未報告. Empty if there is a number.</param>
/// <param name="Number">The number without its unit, which the search compares with that of another year; null if there is none.</param>
internal sealed record SearchFigure(int Year, string Label, string? Value, string Instead, string Cell, decimal? Number);
