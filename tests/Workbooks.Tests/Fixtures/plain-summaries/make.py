"""Fills やさしい日本語 of the coordinator's empty template in, as it should be and with slips.

Run with Debian's python3-openpyxl, where dotnet is on the path. PlainSummaryTests says what each of them must get.
"""

import pathlib
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
SHEET = "やさしい日本語"


def write(template, name, rows, merged=()):
    """Page and text of each row, below the header."""
    book = openpyxl.load_workbook(template)
    for number, (page, text) in enumerate(rows, start=2):
        book[SHEET].cell(number, 2).value = page
        book[SHEET].cell(number, 3).value = text
    for cells in merged:
        book[SHEET].merge_cells(cells)
    book.save(HERE / name)


with tempfile.TemporaryDirectory() as folder:
    template = pathlib.Path(folder, "template.xlsx")
    subprocess.run(
        ["dotnet", "run", "--project", ROOT / "functions" / "Local", "--", "template", "--department", "kenkofukushi", "--year", "2018", "--to", template],
        check=True,
    )
    write(template, "filled.xlsx", [
        ("トップページ", "このページでは、川崎市がしていることがわかります。"),
        ("川崎区", "川崎区でしていることです。"),
        (None, "だれでも相談できます。\nお金はかかりません。"),
        ("視点1 意識の醸成と参加・活動の促進", "みんなで考えることです。"),
        ("視点１ ＞ 高齢者施策", "年をとった人のためにしていることです。"),
        ("資料1-1", "これまでにしたことです。"),
        ("トップページ", "むずかしい言葉には、説明があります。"),
    ], merged=["B3:B4"])
    write(template, "slips.xlsx", [
        ("トプページ", "一つ目の文です。"),
        ("視点1＞高齢施策", "二つ目の文です。"),
        ("宇宙", "三つ目の文です。"),
        ("活動統計", None),
        (None, "五つ目の文です。"),
        ("川崎区", "長" * 10_001),
    ])
