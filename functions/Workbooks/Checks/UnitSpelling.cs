using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Reports units that a workbook spells in several ways, such as か所 and 箇所, or ％ and %. The finding suggests the most frequent spelling.
/// </summary>
internal static partial class UnitSpelling
{
    public static void Check(IReadOnlyList<PlacedRecord> records)
    {
        var spellings = records.Where(r => UnitOf(r) is not null).GroupBy(r => UnitOf(r)!, StringComparer.Ordinal);
        foreach (var unit in spellings.GroupBy(s => KeyOf(s.Key), StringComparer.Ordinal))
        {
            var usual = unit.MaxBy(s => s.Count())!.Key;
            foreach (var other in unit.Where(s => !LookalikeCharacters.AreAlike(s.Key, usual)))
                Report(other, RecordFindings.UnitSpelling(other.Key, usual));
        }
    }

    /// <summary>Whether two units differ only in spelling.</summary>
    public static bool IsOnlySpelt(string unit, string usual) => KeyOf(unit) == KeyOf(usual);

    private static void Report(IEnumerable<PlacedRecord> records, Finding finding)
    {
        foreach (var record in records)
            record.Report(InitiativeSheet.Unit, finding);
    }

    private static string? UnitOf(PlacedRecord placed) => (placed.Record as Indicator)?.Unit;

    private static string KeyOf(string unit) => Counter().Replace(unit.Fold().ToUpperInvariant(), "か");

    [GeneratedRegex("^[かカヵヶケ箇個](?=所|月|年|国|村)")]
    private static partial Regex Counter();
}
