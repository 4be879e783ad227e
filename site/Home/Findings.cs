using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Home;

/// <summary>An indicator with its last change.</summary>
public sealed record ChangedIndicator(Indicator Indicator, Change Change);

/// <summary>A sentence quoted from the report, with a link to the page that shows it.</summary>
internal sealed record QuotedSentence(string Text, Link Where);

/// <summary>
/// Selects highlights of a reporting year for the home page. If a report lacks the data for a highlight, the property is null or empty and
/// the home page leaves the highlight out.
/// </summary>
internal sealed partial class Findings(ReportView view)
{
    private const int Most = 5;

    private const string Awareness = "認知度", Consultation = "相談";

    private readonly FiscalYear newest = ExpectedYears.Due(view.Report.ReportingYear)[^1];

    public int CountOf(Trend trend) => view.Report.Indicators.Count(i => i.Trend == trend);

    /// <summary>The indicators with the five largest rates of increase, the largest first.</summary>
    public IReadOnlyList<ChangedIndicator> Rises =>
        [.. Comparable.Where(c => c.Change.Rate > 0).OrderByDescending(c => c.Change.Rate).Take(Most)];

    /// <summary>The indicators with the five largest rates of decrease, the largest first.</summary>
    public IReadOnlyList<ChangedIndicator> Falls => [.. Comparable.Where(c => c.Change.Rate < 0).OrderBy(c => c.Change.Rate).Take(Most)];

    /// <summary>
    /// The number of all consultations: the first statistic of the section about consultations (相談). Null if the report has no such
    /// section.
    /// </summary>
    public Statistic? Consultations =>
        view.Report.Statistics.FirstOrDefault(s => s.Section.Contains(Consultation, StringComparison.Ordinal));

    /// <summary>The indicator that measures how many people know the reported programme (認知度); null if the report has none.</summary>
    public Indicator? AwarenessFigure => view.Report.Indicators.FirstOrDefault(i =>
        i.HasNumbers() && IsAboutAwareness(i.FullName + view.PlaceOf(i).Initiative.Text)
            && i.Name.Contains(Awareness, StringComparison.Ordinal));

    /// <summary>
    /// The first sentence in the directions that says in percent how many people know the reported programme; null if there is none.
    /// </summary>
    public QuotedSentence? AwarenessSentence => view.Report.Directions
        .SelectMany(d => d.Text.Split('。').Where(IsAboutAwareness).Where(s => Percentage().IsMatch(s.Fold()))
            .Select(s => new QuotedSentence($"{s.Trim()}。", LinkOf(d)))).FirstOrDefault();

    /// <summary>
    /// The passages that list the planned work of one stage of the programme's roadmap (ロードマップ): the stage that is current in the
    /// reporting year. Empty if there are none.
    /// </summary>
    public IReadOnlyList<Passage> Pillars
    {
        get
        {
            var stage = view.Report.Passages.Where(RoadmapStage.Is).Select(p => new RoadmapStage(p))
                .FirstOrDefault(s => s.IsCurrent(view.Report.ReportingYear));
            return stage is null ? [] : [.. view.Report.Passages.Where(p => p.Path.Count > 0 && IsWorkOf(stage, p.Path[^1]))];
        }
    }

    /// <summary>
    /// The link to the section that contains a passage on the page of its document, or to the page itself if the passage is below no
    /// heading; null if the document is not published.
    /// </summary>
    public Link? WhereIs(Passage passage)
    {
        var document = view.Documents.FirstOrDefault(d => d.Code == passage.Document);
        if (document is null)
            return null;
        var (href, text) = view.Links.To(document);
        return SectionOf(passage, PassageSection.Of(document)) is { Anchor.Length: > 0 } section
            ? new($"{href}#{section.Anchor}", section.Heading)
            : new(href, text);
    }

    // The indicators whose rates can be ranked together. Running totals, percentages, figures that a note calls not comparable, and changes
    // that do not end in the newest year are excluded.
    private IEnumerable<ChangedIndicator> Comparable =>
        from place in view.Places
        from indicator in place.Indicators
        where !indicator.IsCumulative
        let change = Change.Of(indicator)
        where change is { IsInPoints: false, IsSetApart: false } && change.After.Year == newest
        select new ChangedIndicator(indicator, change);

    private Link LinkOf(Direction direction)
    {
        var register = view.Report.Register;
        return view.Links.To(register.Viewpoint(direction.Viewpoint), register.PolicyArea(direction.PolicyArea));
    }

    private bool IsAboutAwareness(string text) =>
        text.Contains(view.Site.Settings.Subject, StringComparison.Ordinal) && text.Contains(Awareness, StringComparison.Ordinal);

    private static bool IsWorkOf(RoadmapStage stage, string heading) =>
        heading.Fold().Contains(stage.Label, StringComparison.Ordinal) && heading.EndsWith("の取組", StringComparison.Ordinal);

    private static PassageSection? SectionOf(Passage passage, PassageSection section) =>
        section.Parts.Any(p => p.Passages.Contains(passage))
            ? section
            : section.Sections.Select(s => SectionOf(passage, s)).FirstOrDefault(s => s is not null);

    [GeneratedRegex("[0-9]\\s?%")]
    private static partial Regex Percentage();
}
