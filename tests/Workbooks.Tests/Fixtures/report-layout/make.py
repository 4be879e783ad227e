"""Writes the 2018 paper as departments' own workbooks in the report layout, with openpyxl, in two habits.

bulleted/  a sheet for each viewpoint, items in one cell with ・, figures in parentheses on the same line, headers repeated by
           page breaks with a blank first cell, the divisions of an area on lines below its name.
plain/     one sheet for everything, an item on each row, no bullets, figures in full-width on the next line, first column
           merged down, the lead of the collaborations merged down, headings and categories in columns of their own.

Run from the repository: python3 tests/Workbooks.Tests/Fixtures/report-layout/make.py
"""

import datetime
import json
import pathlib
import re

from openpyxl import Workbook
from openpyxl.styles import Alignment

HERE = pathlib.Path(__file__).parent
DATASET = HERE.parents[2] / "Dataset"
WIDE = str.maketrans("0123456789H:,.%", "０１２３４５６７８９Ｈ：，．％")
WRAP = Alignment(wrap_text=True, vertical="top")


def load(name):
    return json.loads((DATASET / f"{name}.json").read_text(encoding="utf-8"))


VIEWPOINTS, COLLABORATIONS, WARDS, HISTORY = load("viewpoints"), load("collaborations"), load("wards"), load("wardHistory")
AREA_HEADER = ["施策等", "これまでの主な取組", "第２段階における\n課題と今後の方向性"]
LIST_HEADER = ["No.", "担当局・区名", "主な連携先\n（局・区名）", "事業名等", "事業概要", "今後の方向性"]


def bureau_of(division):
    name = division.replace("子ども未来局", "こども未来局")
    return re.match(r".*?(?:事務局|本部|局)", name).group(0).replace("教育委員会事務局", "教育委員会事務局")


def owner(area):
    bureaus = [bureau_of(d) for d in area["departments"]]
    return "健康福祉局" if "健康福祉局" in bureaus else bureaus[0]


def areas_of(department):
    for viewpoint in VIEWPOINTS:
        areas = [a for a in viewpoint["policyAreas"] if owner(a) == department]
        if areas:
            yield viewpoint, areas


def figures_of(initiative):
    """The figures to put behind an item; none where the item's own text holds them."""
    text = initiative["indicatorText"]
    held = re.search(r"[HＨ]2[89]", initiative["text"])
    return None if text is None or held else text


def wide(figures):
    return re.sub(r"[HＨ]\s?\d\d(?:年)?\s?[：:]\s?[\d, ]*[\d.%]*", lambda m: m.group(0).translate(WIDE), figures)


def parenthesised(figures, change=lambda text: text):
    return "".join(f"（{change(part)}）" for part in figures.split(" / "))


def heading(viewpoint):
    return f"視点{viewpoint['number']}　「{viewpoint['title']}」"


def append(sheet, *values):
    sheet.append(list(values))
    for cell in sheet[sheet.max_row]:
        cell.alignment = WRAP


def bulleted(items):
    return "\n".join(f"・{item}" for item in items)


def write_bulleted(department, book):
    for viewpoint, areas in areas_of(department):
        sheet = book.create_sheet(f"視点{viewpoint['number']}")
        append(sheet, "川崎市における地域包括ケアシステム構築の取組")
        append(sheet, heading(viewpoint))
        append(sheet)
        append(sheet, *AREA_HEADER)
        for index, area in enumerate(areas):
            items = [i["text"] + (parenthesised(figures_of(i)) if figures_of(i) else "") for i in area["initiatives"]]
            name = "\n".join([area["name"], *[f"({d})" for d in area["departments"]]])
            cut, halves = len(items) // 2, len(area["directions"]) // 2
            if index % 2 == 0 and cut:
                append(sheet, name, bulleted(items[:cut]), bulleted(area["directions"][:halves]) or None)
                append(sheet, *AREA_HEADER)
                append(sheet, None if index % 4 == 0 else name, bulleted(items[cut:]), bulleted(area["directions"][halves:]) or None)
            else:
                append(sheet, name, bulleted(items), bulleted(area["directions"]))
    leads = [c for c in COLLABORATIONS if c["leadNormalized"] == department]
    if leads:
        sheet = book.create_sheet("関係部署一覧")
        append(sheet, "関係部署との連携取組")
        append(sheet, *LIST_HEADER)
        for index, c in enumerate(leads):
            if index == 4:
                append(sheet, *LIST_HEADER)
            append(sheet, c["no"], c["lead"], c["partnersText"], c["name"], c["outline"], c["direction"])
    if department == "健康福祉局":
        sheet = book.create_sheet("全区共通")
        append(sheet, "区名", "区分", "取組")
        for group in WARDS["commonEfforts"]:
            append(sheet, "全区共通", group["category"], "\n".join(f"○{i}" for i in group["items"]))


def write_bulleted_ward(ward, book):
    sheet = book.create_sheet("区の取組")
    append(sheet, "区名", "主な取組")
    append(sheet, ward["name"], bulleted(ward["items"]))
    for year in (y for y in HISTORY if y["ward"] == ward["name"]):
        append(sheet, f"【平成{year['fiscalYear'] - 1988}年度】")
        lines = []
        for group in year["groups"]:
            lines += ([group["heading"]] if group["heading"] else []) + [f"・{i}" for i in group["items"]]
        append(sheet, year["ward"], "\n".join(lines))


def write_plain(department, book):
    sheet = book.create_sheet("報告")
    for viewpoint, areas in areas_of(department):
        append(sheet)
        append(sheet, None, heading(viewpoint))
        append(sheet, None, *AREA_HEADER)
        for area in areas:
            first = sheet.max_row + 1
            items = [i["text"] + ("\n" + parenthesised(figures_of(i), wide) if figures_of(i) else "") for i in area["initiatives"]]
            name = area["name"] + "".join(f"（{d}）" for d in area["departments"])
            for n in range(max(len(items), len(area["directions"]))):
                append(sheet, None, name if n == 0 else None, items[n] if n < len(items) else None, area["directions"][n] if n < len(area["directions"]) else None)
            if sheet.max_row > first:
                sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=2, end_column=2)
    leads = [c for c in COLLABORATIONS if c["leadNormalized"] == department]
    if leads:
        append(sheet)
        append(sheet, *LIST_HEADER)
        first = sheet.max_row + 1
        for n, c in enumerate(leads):
            append(sheet, c["no"], c["lead"] if n == 0 else None, c["partnersText"], c["name"], c["outline"], c["direction"])
        if sheet.max_row > first:
            sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=2, end_column=2)
    if department == "健康福祉局":
        append(sheet)
        append(sheet, "区名", "区分", "取組")
        for group in WARDS["commonEfforts"]:
            for n, item in enumerate(group["items"]):
                append(sheet, "全区共通", group["category"] if n == 0 else None, item)
            sheet.merge_cells(start_row=sheet.max_row - len(group["items"]) + 1, end_row=sheet.max_row, start_column=2, end_column=2)


def write_plain_ward(ward, book):
    sheet = book.create_sheet(ward["name"])
    append(sheet, "区名", "年度", "見出し", "取組")
    for item in ward["items"]:
        append(sheet, ward["name"], None, None, item)
    for year in (y for y in HISTORY if y["ward"] == ward["name"]):
        for group in year["groups"]:
            for item in group["items"]:
                append(sheet, ward["name"], f"Ｈ{str(year['fiscalYear'] - 1988).translate(WIDE)}", group["heading"], item)


def save(book, folder, department):
    del book["Sheet"]
    book.properties.modified = book.properties.created = datetime.datetime(2018, 8, 1)
    book.properties.creator = "department"
    for sheet in book:
        for column in "ABCDEF":
            sheet.column_dimensions[column].width = 36
    (HERE / folder).mkdir(exist_ok=True)
    book.save(HERE / folder / f"2018-{department}.xlsx")


def main():
    bureaus = {owner(a) for v in VIEWPOINTS for a in v["policyAreas"]} | {c["leadNormalized"] for c in COLLABORATIONS}
    for department in sorted(bureaus):
        for folder, write in (("bulleted", write_bulleted), ("plain", write_plain)):
            book = Workbook()
            write(department, book)
            save(book, folder, department)
    for ward in WARDS["wards"]:
        for folder, write in (("bulleted", write_bulleted_ward), ("plain", write_plain_ward)):
            book = Workbook()
            write(ward, book)
            save(book, folder, f"{ward['name']}役所")


main()
