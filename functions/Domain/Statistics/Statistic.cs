using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>
/// A total and its breakdown in percent (活動統計). The paper report lists only the largest shares, so their percentages need not add up to
/// 100.
/// </summary>
public sealed record Statistic(
    string Id, Source Source, string Section, string Name, YearMonth From, YearMonth To, decimal Total, EquatableList<Share> Shares)
    : Record(Id, Source)
{
    /// <summary>The percentage that the listed shares do not cover; zero if they add up to 100 or more.</summary>
    public decimal Remainder => Math.Max(0, 100 - Shares.Sum(s => s.Percent));

    public static RecordKindFacts<Statistic> Facts { get; } = new(RecordKind.Statistic, "statistic", "statistics", "活動統計");

    public override RecordKind GetRecordKind() => RecordKind.Statistic;

    public override string Title() => Name;

    public override IEnumerable<string> Texts() => [Section, Name, .. Shares.Select(s => s.Label)];

    internal override string[] IdentityParts() => [Section, Name, $"{From}"];

    internal override RegisterReferences References() => default;

    internal override IEnumerable<string> WardsIn(Report report) => [Source.Department];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
    [
        RecordField.Of(Field.Name, Name),
        RecordField.Of(Field.Section, Section),
        RecordField.Of(Field.PeriodFrom, From, From.Label),
        RecordField.Of(Field.PeriodTo, To, To.Label),
        new(Field.Total, null, Total, FieldValue.Of(Total)),
        RecordField.Of(Field.Shares, Shares, string.Join("、", Shares.Select(s => s.InWords()))),
    ];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddText(Field.Section, Section);
        sizes.AddText(Field.Name, Name);
        sizes.AddItems(Field.Shares, Shares.Count, RecordLimits.Shares);
        sizes.AddCharacters(Field.Shares, Shares.Sum(s => s.Label.Length + (s.Note?.Length ?? 0)), RecordLimits.SharesLength);
    }
}

/// <summary>One share of a <see cref="Statistic"/> (内訳) in percent; 29.4 means 29.4 %.</summary>
public sealed record Share(string Label, decimal Percent, string? Note)
{
    /// <summary>Formats the share as label, percentage and note, such as 電話 29.4%（延べ）.</summary>
    internal string InWords() =>
        string.Create(CultureInfo.InvariantCulture, $"{Label} {Percent:0.0###########}%{(Note is null ? "" : $"（{Note}）")}");
}
