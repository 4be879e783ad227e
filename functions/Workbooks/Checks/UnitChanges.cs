using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Reports indicators whose unit differs from the unit in the department's last report. An indicator is the same as before if its
/// initiative, name and group (区分) are the same.
/// </summary>
internal static class UnitChanges
{
    public static void Check(IReadOnlyList<PlacedRecord> records, DepartmentRecords known)
    {
        var before = new KnownUnits(known);
        if (before.AreNone)
            return;
        var initiatives = records.Select(r => r.Record).OfType<Initiative>().DistinctBy(i => i.Id)
            .ToDictionary(i => i.Id, StringComparer.Ordinal);
        foreach (var placed in records)
        {
            if (placed.Record is Indicator { Unit: { } unit } indicator && initiatives.TryGetValue(indicator.Initiative, out var initiative)
                && before.Of(initiative, indicator) is [var only] && !LookalikeCharacters.AreAlike(only, unit))
                placed.Report(InitiativeSheet.Unit, FigureFindings.UnitChanged(only, unit));
        }
    }

    /// <summary>
    /// The units of the indicators in the last report. A unit is looked up by the indicator and its initiative. The initiative is
    /// identified by its record id (管理番号) or, if the workbook gives none, by its viewpoint, policy area and text.
    /// </summary>
    private sealed class KnownUnits
    {
        private readonly ILookup<(string, string, string), string> byNumber;
        private readonly ILookup<(string, string, string), string> byText;

        public KnownUnits(DepartmentRecords known)
        {
            var initiatives = known.Initiatives.DistinctBy(i => i.Id).ToDictionary(i => i.Id, StringComparer.Ordinal);
            var measured = known.Indicators.Where(i => i.Unit is not null && initiatives.ContainsKey(i.Initiative)).ToList();
            byNumber = measured.ToLookup(i => KeyOf(i.Initiative, i), i => i.Unit!);
            byText = measured.ToLookup(i => KeyOf(PlaceOf(initiatives[i.Initiative]), i), i => i.Unit!);
        }

        public bool AreNone => byNumber.Count == 0;

        /// <summary>Returns the different units of the matching indicators in the last report; empty when no indicator matches.</summary>
        public IReadOnlyList<string> Of(Initiative initiative, Indicator indicator) =>
            [.. (RecordId.TryParse(initiative.Id, out _) ? byNumber[KeyOf(initiative.Id, indicator)]
                : byText[KeyOf(PlaceOf(initiative), indicator)]).Distinct(StringComparer.Ordinal)];

        private static string PlaceOf(Initiative initiative) => $"{initiative.Viewpoint} {initiative.PolicyArea} {initiative.Text.Fold()}";

        private static (string, string, string) KeyOf(string initiative, Indicator indicator) =>
            (initiative, indicator.Name.Fold(), (indicator.Group ?? "").Fold());
    }
}
