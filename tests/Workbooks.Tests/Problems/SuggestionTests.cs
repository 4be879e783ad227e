using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Problems;

/// <summary>
/// The text that a problem suggests never looks the same as the typed text, even if the latter contains invisible or look-alike characters.
/// </summary>
public sealed partial class SuggestionTests
{
    private const int Cases = 1_000;

    private static readonly string[] Invisible =
        ["\u200B", "\uFEFF", "\u00AD", "\u2060", "\u200E", "\u202C", "\uFE00", "\u3164", " ", "　", "\u00A0"];

    private static readonly Dictionary<char, char> Twin =
        LookalikeCharacters.Radicals.Chunk(2).DistinctBy(p => p[1]).ToDictionary(p => p[1], p => p[0]);

    private static readonly (SheetLayout Sheet, TemplateColumn Column)[] Named =
        [.. AskedBook.Columns.Where(c => AskedBook.ChoicesOf(c.Column).Count > 0
            || c.Column.Form.Contains("名（", StringComparison.Ordinal))];

    private static readonly string[] Names = [.. Some.Register.Departments.SelectMany(d => d.Aliases.Prepend(d.Name)).Distinct()];

    private static Gen<Func<string, string>> Edit =>
        from place in Gen.Choose(0, 40)
        from sign in Gen.Elements(Invisible)
        from other in Gen.Elements("局", "区", "の", "・", "9")
        from kind in Gen.Frequency(
            (4, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(4)))
        select (Func<string, string>)(text => text.Length == 0 ? sign : Edited(text, place % text.Length, kind, sign, other));

    private static Gen<Func<string, string>> Edits =>
        Edit.ListOf().Select(edits => (Func<string, string>)(text => edits.Take(3).Aggregate(text, (t, edit) => edit(t))));

    [Fact]
    public void ASuggestionForACellLooksDifferentFromTheTypedText() => Check(
        from named in Gen.Elements(Named)
        from name in Gen.Elements(AskedBook.ChoicesOf(named.Column) is { Count: > 0 } choices ? [.. choices] : Names)
        from edits in Edits
        select AskedBook.With(named.Sheet, named.Column, SheetCell.OfText(edits(name))));

    [Fact]
    public void ASuggestionForAHeaderLooksDifferentFromTheTypedText() => Check(
        from named in Gen.Elements(AskedBook.Columns.ToArray())
        from edits in Edits
        select AskedBook.WithHeader(named.Sheet, named.Column, edits(named.Column.Header)));

    [Fact]
    public void ASuggestedDepartmentNameLooksDifferentFromTheTypedText() => Check(
        from name in Gen.Elements(Names)
        from edits in Edits
        select AskedBook.OfDepartment(edits(name)));

    [Theory]
    [InlineData("財　政　局")]
    [InlineData("財 政局")]
    [InlineData("幸　区　役　所")]
    [InlineData("幸　区")]
    public void ADepartmentNameWithSpacesBetweenItsLettersIsRecognised(string name)
    {
        var (sheet, column) = AskedBook.Columns.First(c => c.Column == CollaborationSheet.Partners);

        Assert.DoesNotContain(AskedBook.With(sheet, column, SheetCell.OfText($"{name}　健康福祉局、こども 未来局")), p => p.Code == "partner-unknown");
        Assert.DoesNotContain(AskedBook.OfDepartment(name), p => p.Code == "unknown-department");
    }

    [Theory]
    [InlineData("人", "⼈")]
    [InlineData("か所", "か\u200B所")]
    [InlineData("人", "人\uFE00")]
    public void AUnitThatLooksTheSameIsTheSame(string unit, string alike)
    {
        var reading = Some.Read(
            TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度"], [1, "その他", "甲", unit, 1, 1],
                [1, "その他", "乙", unit, 1, 1], [1, "その他", "丙", alike, 1, 1])
                .ToBytes());

        Assert.DoesNotContain(reading.Problems, p => p.Code == "unit-spelling");
    }

    [Fact]
    public void TheFindingForAUnitOfAnotherWidthMentionsTheWidth() => Assert.Equal(
        "単位「％」は、ほかの行では「%」と書かれています。全角と半角などの違いがあります。",
        RecordFindings.UnitSpelling("％", "%").Message);

    private static void Check(Gen<IReadOnlyList<Problem>> readings) =>
        Prop.ForAll(readings.ToArbitrary(), problems => problems.All(SuggestsSomethingElse)).Check(Seeded.Cases(Cases));

    private static string Edited(string text, int at, int kind, string sign, string other) => kind switch
    {
        0 => text.Insert(at, sign),
        1 => Twin.TryGetValue(text[at], out var twin) ? $"{text[..at]}{twin}{text[(at + 1)..]}" : text.Insert(at, sign),
        2 => char.IsAsciiLetterOrDigit(text[at]) ? $"{text[..at]}{(char)(text[at] + 0xFEE0)}{text[(at + 1)..]}" : text,
        3 => text.Remove(at, 1),
        _ => $"{text[..at]}{other}{text[(at + 1)..]}",
    };

    private static bool SuggestsSomethingElse(Problem problem)
    {
        var (quoted, example) = (
            Quoted().Matches(problem.Message).Select(m => m.Groups[1].Value), problem.RemedyLines()[^1]["例：".Length..]);
        var suggested = Suggested().Matches(problem.Message).Select(m => m.Groups[1].Value).ToList();
        var said = quoted.Append(problem.Found ?? "").Except(suggested).Select(Look).ToList();
        return !suggested.Exists(s => said.Contains(Look(s)) || (s == problem.Found && problem.Code != ProblemKinds.ColumnMissing.Code))
            && (problem.Found is null || Look(problem.Found) != Look(example));
    }

    private static string Look(string text) => text.Fold().Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("「([^「」]+)」")]
    private static partial Regex Quoted();

    [GeneratedRegex("「([^「」]+)」のことでしょうか")]
    private static partial Regex Suggested();
}
