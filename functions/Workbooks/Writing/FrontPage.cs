using System.Xml.Linq;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Writing;

/// <summary>Writes the sheet はじめに: the reporting department and year, and the instructions for filling in the template.</summary>
internal sealed class FrontPage(LayoutContext context, IEnumerable<SheetLayout> sheets, ChoiceLists choices)
{
    private const int AnswerRow = 6;

    public XElement Part() => Element(
        "worksheet",
        SheetParts.FitToPage(),
        SheetParts.FirstView(),
        TemplateParts.Columns([(18, CellStyle.Default), (112, CellStyle.Default)]),
        Element("sheetData", Rows().Select(RowOf)),
        TemplateParts.Validations([TemplateParts.Validation(context.Register, FrontSheet.NothingToReport, AnswerCell,
            choices.RangeOf(FrontSheet.NothingToReport))]),
        TemplateParts.Page(context.Department!.Name));

    private static XElement RowOf((string Text, CellStyle Style)[] cells, int index) => SheetParts.Row(
        index + 1,
        index == 0 ? RowHeights.Title : RowHeights.Line + 3,
        cells.Select((c, at) => TemplateParts.Cell(index + 1, at + 1, Content.Of(c.Text), c.Style)));

    private static CellRange AnswerCell => new(new(AnswerRow, 2), new(AnswerRow, 2));

    private IEnumerable<(string Text, CellStyle Style)[]> Rows() =>
    [
        [(FrontGuide.Title, CellStyle.Title)],
        [],
        Field(FrontSheet.Department, context.Department!.Name, CellStyle.Fixed),
        Field(FrontSheet.ReportingYear, context.ReportingYear.Label, CellStyle.Fixed),
        Field(FrontSheet.Version, TemplateWords.Version, CellStyle.Fixed),
        Field(FrontSheet.NothingToReport, FrontSheet.NothingToReport.Choices(context)[0], CellStyle.Input),
        [],
        [(FrontGuide.GuideHeading, CellStyle.Heading)],
        .. FrontGuide.Lines.Select((text, i) => Entry($"{i + 1}", text)),
        [],
        [(FrontGuide.SheetsHeading, CellStyle.Heading)],
        .. sheets.Select(s => Entry(s.Name, s.Purpose)),
    ];

    private static (string, CellStyle)[] Field(TemplateColumn column, string value, CellStyle style) =>
        [(column.Header, CellStyle.Label), (value, style)];

    private static (string, CellStyle)[] Entry(string name, string text) => [(name, CellStyle.Guide), (text, CellStyle.Guide)];
}
