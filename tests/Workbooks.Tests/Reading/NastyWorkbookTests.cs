using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// Each workbook made by Fixtures/nasty/make.py has one fault. Exactly one problem is reported for it, at the faulty cell, or without a
/// cell if the fault concerns the whole file.
/// </summary>
public sealed class NastyWorkbookTests
{
    private const string Front = "はじめに", Initiatives = "視点別取組", Directions = "課題と方向性", Collaborations = "連携取組", Ward = "区の取組",
        Report = "報告";

    /// <summary>
    /// Each case gives the file and the department for which it is read, then the expected problem: its code, severity, sheet and cell.
    /// </summary>
    public static TheoryData<string, string, string, Severity, string?, string?> Table => new()
    {
        { "empty-file.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "html-named.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "csv-named.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "truncated.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "only-zeros.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "other-zip.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "damaged-ole-header.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "encrypted-ole-header.xlsx", "byoin", "encrypted", Severity.Error, null, null },
        { "encrypted-zip-entry.xlsx", "byoin", "encrypted", Severity.Error, null, null },

        { "missing-workbook-part.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "missing-sheet-part.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "sheet-outside-the-package.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "not-well-formed.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "deep-nesting.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "unknown-encoding.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "shared-string-missing.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "dtd-external-file.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "dtd-entity-bomb.xlsx", "byoin", "not-a-workbook", Severity.Error, null, null },
        { "zip-bomb-shared-strings.xlsx", "byoin", "too-large", Severity.Error, null, null },
        { "zip-bomb-one-part-for-many-sheets.xlsx", "byoin", "too-large", Severity.Error, null, null },
        { "entries-1001.xlsx", "byoin", "too-large", Severity.Error, null, null },
        { "rows-100001.xlsx", "byoin", "too-large", Severity.Error, null, null },
        { "merges-200001.xlsx", "byoin", "too-large", Severity.Error, null, null },
        { "macros.xlsm", "byoin", "macros", Severity.Warning, null, null },

        // These two files are read although they declare something wrong, so that the fault in a cell is found.
        { "wrong-content-type.xlsx", "byoin", "required", Severity.Error, Initiatives, "E2" },
        { "declared-dimension-huge.xlsx", "byoin", "required", Severity.Error, Initiatives, "E2" },

        { "other-department.xlsx", "takatsu", "other-department", Severity.Error, Front, "B3" },
        { "unknown-department.xlsx", "byoin", "unknown-department", Severity.Error, Front, "B3" },
        { "front-sheet-error.xlsx", "byoin", "unknown-department", Severity.Error, Front, "B3" },
        { "other-year.xlsx", "byoin", "other-year", Severity.Error, Front, "B4" },
        { "reporting-year-bare-30.xlsx", "byoin", "not-a-year", Severity.Error, Front, "B4" },
        { "older-template.xlsx", "byoin", "older-template", Severity.Warning, Front, "B5" },
        { "nothing-to-report-beside-rows.xlsx", "byoin", "nothing-contradicted", Severity.Error, Front, "B6" },
        { "reporting-year-blank.xlsx", "byoin", "year-assumed", Severity.Warning, Front, "B4" },
        { "reporting-year-row-missing.xlsx", "byoin", "year-assumed", Severity.Warning, Front, null },
        { "department-blank.xlsx", "byoin", "department-assumed", Severity.Warning, Front, "B3" },
        { "front-without-year.xlsx", "byoin", "year-assumed", Severity.Warning, Front, null },
        { "nothing-to-report-in-other-words.xlsx", "byoin", "not-in-list", Severity.Error, Front, "B6" },

        { "nothing-reported.xlsx", "byoin", "nothing-reported", Severity.Warning, null, null },
        { "header-moved-down-31-rows.xlsx", "byoin", "no-known-table", Severity.Error, null, null },
        { "sheet-removed.xlsx", "byoin", "sheet-missing", Severity.Warning, null, null },
        { "sheet-hidden.xlsx", "byoin", "sheet-missing", Severity.Warning, null, null },
        { "sheet-of-others.xlsx", "byoin", "other-department", Severity.Error, Ward, "B2" },
        { "hidden-row.xlsx", "byoin", "hidden", Severity.Warning, Initiatives, "A11" },
        { "hidden-column.xlsx", "byoin", "hidden", Severity.Warning, Initiatives, "D1" },
        { "column-missing.xlsx", "byoin", "column-missing", Severity.Error, Directions, "C1" },
        { "year-column-missing.xlsx", "byoin", "column-missing", Severity.Error, Initiatives, "K1" },
        { "year-header-without-era.xlsx", "byoin", "not-a-year", Severity.Error, Initiatives, "K1" },
        { "column-twice.xlsx", "byoin", "column-twice", Severity.Error, Initiatives, "N1" },
        { "year-column-twice.xlsx", "byoin", "column-twice", Severity.Error, Initiatives, "N1" },
        { "merged-cells.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K13" },
        { "merged-blank.xlsx", "byoin", "required", Severity.Error, Directions, "C2" },

        { "required-blank-text.xlsx", "byoin", "required", Severity.Error, Initiatives, "E2" },
        { "required-spaces-only.xlsx", "byoin", "required", Severity.Error, Initiatives, "E2" },
        { "required-blank-viewpoint.xlsx", "byoin", "required", Severity.Error, Directions, "B2" },
        { "required-blank-partners.xlsx", "byoin", "required", Severity.Error, Collaborations, "B2" },
        { "unknown-policy-area.xlsx", "byoin", "not-in-list", Severity.Error, Initiatives, "C12" },
        { "unknown-viewpoint.xlsx", "byoin", "not-in-list", Severity.Error, Directions, "B3" },
        { "row-1048576.xlsx", "byoin", "not-in-list", Severity.Error, Directions, "B1048576" },
        { "cumulative-unknown.xlsx", "byoin", "not-in-list", Severity.Error, Initiatives, "I11" },
        { "figure-about-92.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K11" },
        { "figure-with-unit.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-range.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K11" },
        { "figure-two-numbers.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K11" },
        { "figure-in-multiples.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K11" },
        { "figure-after-words.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Initiatives, "K11" },
        { "figure-true.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-false-typed-as-text.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-1e400-typed-as-text.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-nan.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-1e400.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-infinite.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "figure-latin.xlsx", "byoin", "figure-in-words", Severity.Warning, Initiatives, "K11" },
        { "figure-lone-sign.xlsx", "byoin", "figure-in-words", Severity.Warning, Initiatives, "K11" },
        { "figure-of-signs.xlsx", "byoin", "figure-in-words", Severity.Warning, Initiatives, "K11" },
        { "percent-typed-beside-another-unit.xlsx", "byoin", "unit-differs", Severity.Warning, Initiatives, "K11" },
        { "date-in-figure.xlsx", "byoin", "not-a-number", Severity.Error, Initiatives, "K11" },
        { "digits-split.xlsx", "byoin", "digits-split", Severity.Warning, Initiatives, "K11" },
        { "formula-without-value.xlsx", "byoin", "formula-without-value", Severity.Error, Initiatives, "K11" },
        { "formula-without-value-in-text.xlsx", "byoin", "formula-without-value", Severity.Error, Directions, "E2" },
        { "error-ref.xlsx", "byoin", "error-value", Severity.Error, Initiatives, "K11" },
        { "error-div0-in-text.xlsx", "byoin", "error-value", Severity.Error, Directions, "E2" },
        { "number-malformed.xlsx", "byoin", "number-malformed", Severity.Error, Initiatives, "A12" },
        { "number-of-others.xlsx", "byoin", "number-malformed", Severity.Error, Initiatives, "A12" },
        { "numbers-of-others.xlsx", "byoin", "number-malformed", Severity.Error, Directions, "A2–A4" },
        { "number-twice.xlsx", "byoin", "number-twice", Severity.Error, Directions, "A4" },
        { "number-of-another-initiative.xlsx", "byoin", "number-twice", Severity.Error, Initiatives, "A12" },
        { "partner-misspelt.xlsx", "byoin", "partner-unknown", Severity.Warning, Collaborations, "B2" },
        { "division-without-bureau.xlsx", "byoin", "division-unknown", Severity.Warning, Directions, "D2" },

        { "text-10001-characters.xlsx", "byoin", "text-too-long", Severity.Error, Directions, "E2" },
        { "private-use-character.xlsx", "byoin", "private-characters", Severity.Warning, Directions, "E2" },
        { "control-character.xlsx", "byoin", "control-characters", Severity.Warning, Directions, "E2" },
        { "unbalanced-bracket.xlsx", "byoin", "unpaired", Severity.Warning, Directions, "E2" },
        { "formula-like-text.xlsx", "byoin", "formula-like", Severity.Info, Directions, "E2" },
        { "formula-typed-as-text.xlsx", "byoin", "formula-like", Severity.Info, Directions, "E2" },

        { "indicator-without-initiative.xlsx", "byoin", "indicator-without-initiative", Severity.Error, Initiatives, "F2" },
        { "note-without-indicator.xlsx", "byoin", "note-without-indicator", Severity.Warning, Initiatives, "M2" },
        { "initiative-twice.xlsx", "byoin", "initiative-twice", Severity.Warning, Initiatives, "E12–E13" },
        { "indicator-twice.xlsx", "byoin", "indicator-twice", Severity.Warning, Initiatives, "F11, F13" },
        { "negative-count.xlsx", "byoin", "negative-count", Severity.Warning, Initiatives, "K11" },
        { "direction-repeated.xlsx", "byoin", "direction-repeated", Severity.Warning, Directions, "E3–E4" },
        { "unit-missing.xlsx", "byoin", "unit-missing", Severity.Warning, Initiatives, "H11" },
        { "unit-spelling.xlsx", "byoin", "unit-spelling", Severity.Warning, Initiatives, "H11" },
        { "year-missing.xlsx", "byoin", "text-year-missing", Severity.Warning, Initiatives, "K11, E11" },
        { "sudden-change.xlsx", "byoin", "sudden-change", Severity.Warning, Initiatives, "K11" },
        { "cumulative-drop.xlsx", "byoin", "cumulative-drop", Severity.Warning, Initiatives, "K11" },
        { "percent-over.xlsx", "byoin", "percent-over", Severity.Warning, Initiatives, "K11" },

        { "ward-of-others.xlsx", "takatsu", "other-department", Severity.Error, Ward, "B2" },
        { "ward-unknown.xlsx", "takatsu", "not-in-list", Severity.Error, Ward, "B2" },
        { "ward-category-unknown.xlsx", "takatsu", "not-in-list", Severity.Error, Ward, "D7" },
        { "era-heisei-32.xlsx", "takatsu", "era-ended", Severity.Warning, Ward, "C7" },
        { "bare-29-year.xlsx", "takatsu", "not-a-year", Severity.Error, Ward, "C7" },

        { "shares-over-100.xlsx", "kenkofukushi", "shares-over", Severity.Warning, "活動統計", "G2" },
        { "total-in-words.xlsx", "kenkofukushi", "not-a-number", Severity.Error, "活動統計", "E2" },
        { "month-without-era.xlsx", "kenkofukushi", "not-a-year", Severity.Error, "活動統計", "C2" },
        { "passage-kind-unknown.xlsx", "kenkofukushi", "not-in-list", Severity.Error, "本文", "C2" },

        { "report-layout-without-viewpoint.xlsx", "byoin", "required", Severity.Error, Report, "A2" },
        { "report-layout-unknown-area.xlsx", "byoin", "not-in-list", Severity.Error, Report, "A3" },
        { "report-layout-area-blank.xlsx", "byoin", "required", Severity.Error, Report, "A3" },
        { "report-layout-error-ref.xlsx", "byoin", "error-value", Severity.Error, Report, "B3" },
        { "report-layout-figure-after-words.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Report, "B3" },
        { "report-layout-figure-in-doubt.xlsx", "byoin", "figure-in-doubt", Severity.Warning, Report, "B3" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void EachFaultIsReportedAtItsCell(string file, string department, string code, Severity severity, string? sheet, string? cell)
    {
        // If a figure was changed, the text beside it still contains the old figure, which causes a second problem: text-differs.
        var problem = Assert.Single(
            Some.Read(Some.Fixture(Path.Combine("nasty", file)), department).Problems, p => p.Code != "text-differs");

        Assert.Equal((code, severity, sheet, cell), (problem.Code, problem.Severity, problem.Sheet, problem.Cell));
    }

    [Fact]
    public void EveryFixtureFileIsListedInTheTableOnce()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Some.PathOf("Fixtures"), "nasty")).Select(f => Path.GetFileName(f));
        var rows = Table.Select(row => (string)row[0]).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(files.Order(StringComparer.Ordinal), rows);
        Assert.True(rows.Count >= 40);
    }
}
