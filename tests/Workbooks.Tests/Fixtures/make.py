"""Saves two of the samples again with openpyxl and with LibreOffice, as .xlsx and as .xls, and makes workbooks that try the rest. Run with Debian's python3-openpyxl and libreoffice-calc."""

import datetime
import os
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[2] / "functions" / "Samples"
DEPARTMENTS = {"kenkofukushi": "健康福祉局", "takatsu": "高津区役所"}

for code, name in DEPARTMENTS.items():
    sample = SAMPLES / f"2018-{name}.xlsx"
    openpyxl.load_workbook(sample).save(HERE / f"openpyxl-{code}.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "in", "a.xlsx"), pathlib.Path(folder, "out")
        source.parent.mkdir()
        shutil.copy(sample, source)
        for kind in ("xlsx", "xls"):
            subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", target, source], check=True)
            shutil.copy(target / f"a.{kind}", HERE / f"libreoffice-{code}.{kind}")

# A workbook with everything that must be kept when its findings are marked.
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

rich = openpyxl.Workbook()
front = rich.active
front.title = "はじめに"
for row in (["局・区名", "財政局"], ["報告年度", "平成30年度"]):
    front.append(row)
table = rich.create_sheet("課題")
for row in (["視点", "施策", "課題と今後の方向性", "計"], [1, "その他", "文", "=1+1"], [2, "その他", "別の文", 0.5]):
    table.append(row)
table["A2"].comment = Comment("局のメモ", "担当者")
table["C3"].comment = Comment("別のメモ", "担当者")
table["D3"].number_format = "0.0%"
table["B2"].hyperlink = "https://example.jp/?a=1&b=2"
table.merge_cells("A6:B7")
table.conditional_formatting.add("D2:D3", CellIsRule(operator="greaterThan", formula=["1"], fill=PatternFill("solid", bgColor="FF00FF00")))
drop_down = DataValidation(type="list", formula1='"1,2,3,4,5"')
table.add_data_validation(drop_down)
drop_down.add("A2:A100")
table.print_title_rows = "1:1"
table.print_area = "A1:D3"
table.auto_filter.ref = "A1:D3"
other = rich.create_sheet("別の表")
for row in (["年", "数"], [2016, 3], [2017, 5]):
    other.append(row)
chart = BarChart()
chart.add_data(Reference(other, min_col=2, min_row=1, max_row=3), titles_from_data=True)
other.add_chart(chart, "D2")
rich.create_sheet("隠し").sheet_state = "hidden"
rich.defined_names.append(DefinedName("数", attr_text="別の表!$B$2:$B$3"))
rich.defined_names.append(DefinedName("場所", localSheetId=2, attr_text="別の表!$A$1"))
rich.active = 2
rich.save(HERE / "openpyxl-rich.xlsx")

# The kinds of cells and sheets that the reader of .xls must handle: errors, dates, percentages, merged cells, a hidden sheet.
kinds = openpyxl.Workbook()
sheet = kinds.active
sheet.title = "種類"
for row in (["文", "改\n行", 5, -1.5, True], ["=1/0", "=NA()", "=1+1", '="甲"&"乙"'], [datetime.date(2017, 4, 1), 0.459, 0.5, "=SUM(C1:D1)"]):
    sheet.append(row)
sheet["A3"].number_format = "yyyy/m/d"
sheet["B3"].number_format = "0.0%"
sheet["C3"].number_format = "0%"
sheet["A5"] = "結合"
sheet.merge_cells("A5:B7")
sheet["IV300"] = "隅"
kinds.create_sheet("隠し").sheet_state = "hidden"
kinds["隠し"]["A1"] = "見えない"
with tempfile.TemporaryDirectory() as folder:
    source, target = pathlib.Path(folder, "a.xlsx"), pathlib.Path(folder, "out")
    kinds.save(source)
    for kind in ("xlsx", "xls"):
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", target, source], check=True)
        shutil.copy(target / f"a.{kind}", HERE / f"libreoffice-kinds.{kind}")

# The same workbook as Gnumeric writes it: as BIFF7 in Shift_JIS, as BIFF8, and with both in one file. Run with Debian's gnumeric.
for kind in ("biff7", "biff8", "dsf"):
    subprocess.run(["ssconvert", f"--export-type=Gnumeric_Excel:excel_{kind}", HERE / "libreoffice-kinds.xlsx", HERE / f"gnumeric-kinds-{kind}.xls"], check=True, env={**os.environ, "WINDOWS_LANGUAGE": "ja"})

# Content that crosses the ends of .xls records: texts longer than one record (8224 bytes) of narrow and of wide characters, also as results
# of formulas. It also has hidden rows and columns, and dates counted from 1904.
borders = openpyxl.Workbook()
borders.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
sheet = borders.active
sheet.title = "境界"
sheet.append(["ア" * 5000, "a" * 9000, "長い" * 2500 + "𠮷野家" + "b" * 3000, '=REPT("式",6000)', '=REPT("f",9000)'])
for number in range(2, 20):
    sheet.append([f"項目{number}" * (number % 7 * 4 + 1), f"item {number} " * (number % 5 * 6 + 1), number * 1000.25, datetime.date(2018, 4, number % 28 + 1), number / 32])
    sheet.cell(number, 4).number_format = "yyyy/m/d"
    sheet.cell(number, 5).number_format = "0.0%"
sheet.row_dimensions[7].hidden = True
sheet.row_dimensions[9].hidden = True
sheet.column_dimensions["C"].hidden = True
with tempfile.TemporaryDirectory() as folder:
    source, target = pathlib.Path(folder, "a.xlsx"), pathlib.Path(folder, "out")
    borders.save(source)
    for kind in ("xlsx", "xls"):
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", target, source], check=True)
        shutil.copy(target / f"a.{kind}", HERE / f"libreoffice-borders.{kind}")

# Copies as .xls of workbooks whose fonts matter. The case shown-blank is not copied, because LibreOffice without a window does not keep
# whether a sheet shows zeros.
for case in ("strike-within-cell/template", "circled-and-superscript-marks/in"):
    source = HERE / "cases" / f"{case}.xlsx"
    subprocess.run(["soffice", "--headless", "--convert-to", "xls", "--outdir", source.parent, source], check=True)
