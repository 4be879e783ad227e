"""Fills in the workbook of the portal with openpyxl, as a clerk of 病院局 does in Excel: what changed, with some mistakes.

The workbook is the prefilled one of 2019 that a clerk downloads in the story; to have it kept, run
TEMPLATES=folder dotnet test tests/Browser.Tests --filter YearTests
and then, with Debian's python3-openpyxl,
/usr/bin/python3 make.py folder/2019-病院局.xlsx
"""

import pathlib
import sys

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent

# Figures of 2018 and 2019, which nobody had reported yet.
FIGURES = {
    "K3": 8, "L3": 9,
    "K4": "700人", "L4": 720,  # Mistake: the unit stands beside the number.
    "K5": 6, "L5": 7,
    "K6": 320, "L6": 1024,  # To be confirmed: three times as many as the year before.
    "K7": 7, "L7": 7,
    "K8": 510, "L8": 530,
    "K9": "対象外", "L9": "対象外",
    "K10": 12, "L10": 12,
    "K11": 8, "L11": 9,
}

# A new row, whose 管理番号 the portal gives.
INITIATIVE = ["3 多様な主体の活躍", "医療施策", "病院局", "患者会の活動を支援した。", "患者会の開催数", None, "回", None, None, 10, 12]

CHANGES = FIGURES | {
    "B12": "視点9",  # Mistake: no such viewpoint.
    "N1": "備考", "N3": "会場を広げた。",  # Mistake: the column is there already.
}

book = openpyxl.load_workbook(sys.argv[1])
initiatives = book["視点別取組"]
for cell, value in CHANGES.items():
    initiatives[cell] = value
for column, value in enumerate(INITIATIVE, 2):
    initiatives.cell(13, column).value = value
book.save(HERE / "2019-病院局.xlsx")
