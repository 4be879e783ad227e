#!/usr/bin/env python3
"""Reads the open data of a built site back with programs of others, and compares every cell with the JSON.

    python3 tests/Local.Tests/OpenData/read_back.py SITE [latest]

Needs openpyxl and LibreOffice (apt-get install python3-openpyxl libreoffice-calc); `dotnet test` needs neither.
CSV and Excel are read by both: openpyxl reads all.xlsx, LibreOffice turns all.xlsx and every CSV into what openpyxl reads.
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import openpyxl

DESCRIPTIONS = ["datapackage.json", "csv-metadata.json"]

# Code points of the circled numbers, which the cells contain as (1) and so on, and of other characters that some machines cannot show.
CIRCLED = range(0x2460, 0x2474)
DEPENDENT = {0x2116, 0x2121, *range(0x2150, 0x2190), *range(0x2460, 0x2500), *range(0x2776, 0x2794), *range(0x3200, 0x3400)}


def plain(text):
    """A text of the JSON as a cell holds it: no line breaks, no runs of spaces, no characters that some machines lack."""
    def one(c):
        if c in "\r\n\t":
            return " "
        if ord(c) in CIRCLED:
            return f"({ord(c) - 0x245F})"
        if ord(c) in DEPENDENT:
            return unicodedata.normalize("NFKC", c)
        return "" if unicodedata.category(c) in ("Cc", "Cf") else c
    return re.sub(r"(\s)\s+", r"\1", "".join(map(one, text)).strip())


def rows_of(name, objects):
    """The JSON's rows under the columns that CSV and Excel share with it, statistics with a row for each share."""
    for o in objects:
        flat = {k: v for k, v in o.items() if not isinstance(v, (list, dict))}
        flat.update({"source" + k[0].upper() + k[1:]: v for k, v in o.get("source", {}).items()})
        for share in o["shares"] if name == "statistics" else [{}]:
            yield {k: plain(v) if isinstance(v, str) else v for k, v in {**flat, **share}.items()}


def same(found, expected):
    if expected is None or expected == "":
        return found in (None, "")
    if isinstance(expected, bool):
        return found is expected or str(found).lower() == str(expected).lower()
    if isinstance(expected, (int, float)):
        return isinstance(found, (int, float)) and abs(found - expected) < 1e-9
    # LibreOffice reads the text "true" or "false" of a CSV cell as a boolean, also in a column of texts, such as the dictionary has.
    if isinstance(found, bool):
        return str(found).lower() == expected
    # LibreOffice may keep the apostrophe that marks text in CSV.
    return str(found).lstrip("'") == expected.lstrip("'") if found is not None else False


def compare(reader, name, header, rows, objects, faults):
    expected = list(rows_of(name, objects))
    if len(rows) != len(expected):
        faults.append(f"{reader} {name}: {len(rows)} rows, {len(expected)} expected")
    cells = 0
    for at, (row, want) in enumerate(zip(rows, expected), start=2):
        for column, value in zip(header, row):
            if column in want:
                cells += 1
                if not same(value, want[column]):
                    faults.append(f"{reader} {name} row {at} {column}: {value!r}, {want[column]!r} expected")
    return cells


def sheet(worksheet):
    rows = [list(r) for r in worksheet.iter_rows(values_only=True)]
    return rows[0], rows[1:]


def convert(file, to, folder, infilter=None):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run(command + ([f"--infilter={infilter}"] if infilter else []) + [*map(str, file if isinstance(file, list) else [file])], check=True, capture_output=True)


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


def main(site, folder="latest"):
    data = pathlib.Path(site) / "data" / folder
    tables = {f.stem: json.loads(f.read_text("utf-8")) for f in sorted(data.glob("*.json")) if f.name not in DESCRIPTIONS}
    faults, counts = [], {}

    def count(reader, cells):
        counts[reader] = counts.get(reader, 0) + cells

    book = openpyxl.load_workbook(data / "all.xlsx")
    for name, objects in tables.items():
        count("openpyxl, all.xlsx", compare("openpyxl", name, *sheet(book[name]), objects, faults))
        if book[name].freeze_panes != "A2":
            faults.append(f"{name}: the header is not frozen")

    # LibreOffice saves true and false as formulas, so the values of formulas are read (data_only).
    with tempfile.TemporaryDirectory() as temporary:
        into = pathlib.Path(temporary)
        convert(data / "all.xlsx", "xlsx:Calc MS Excel 2007 XML", into)
        book = openpyxl.load_workbook(into / "all.xlsx", data_only=True)
        for name, objects in tables.items():
            count("LibreOffice, all.xlsx", compare("LibreOffice xlsx", name, *sheet(book[name]), objects, faults))
        # The options of the CSV import: comma as separator, double quote, UTF-8 (76), from row 1; LibreOffice detects the type of each
        # cell.
        convert([data / f"{name}.csv" for name in tables], "xlsx:Calc MS Excel 2007 XML", into, "CSV:44,34,76,1")
        for name, objects in tables.items():
            count("LibreOffice, CSV", compare("LibreOffice csv", name, *sheet(openpyxl.load_workbook(into / f"{name}.xlsx", data_only=True).active), objects, faults))

    for name, objects in tables.items():
        lines = list(csv.reader(io.StringIO((data / f"{name}.csv").read_text("utf-8-sig"), newline="")))
        body = [[number(v) if isinstance(w, (int, float)) and not isinstance(w, bool) else v for v, w in zip(line, (want.get(h) for h in lines[0]))]
                for line, want in zip(lines[1:], rows_of(name, objects))]
        count("Python csv, CSV", compare("csv", name, lines[0], body, objects, faults))

    for reader, cells in counts.items():
        print(f"{reader}: {len(tables)} tables, {cells} cells compared with the JSON")
    print("\n".join(faults[:50]) or "no difference")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
