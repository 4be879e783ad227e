"""Saves the samples, the workbooks of ../cases and annotated answers to some of both again with openpyxl, LibreOffice (.xlsx and .xls) and exceljs: one archive for each.

Run with Debian's python3-openpyxl and libreoffice-calc, after `npm ci` in this folder and `dotnet build functions/Local`."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
CASES = HERE.parent / "cases"

# These cases are about words in headers, which no program changes, so they are left out.
HEADERS = ["optional-column-renamed", "year-header-variants", "sheet-not-recognised"]

# Their answers are saved again too: all samples that have findings, one that has none, and the cases that are marked in unusual places.
ANSWERED = [
    "samples/2018-こども未来局.xlsx",
    "samples/2018-まちづくり局.xlsx",
    "samples/2018-健康福祉局.xlsx",
    "samples/2018-病院局.xlsx",
    "samples/2018-環境局.xlsx",
    "cases/height-zero/row.xlsx",
    "cases/merged-across-years/in.xlsx",
    "cases/report-layout-unchecked/in.xlsx",
    "cases/scaled-by-format/in.xlsx",
    "cases/strike-within-cell/template.xlsx",
    "cases/strike-within-cell/text.xlsx",
    "cases/two-header-rows/in.xlsx",
]


def originals(folder):
    """Copies under plain numbers, since not every program takes every name; gives the names they stand for."""
    samples = sorted((ROOT / "functions" / "Samples").glob("*.xlsx"))
    cases = sorted(c for c in CASES.rglob("*.xlsx") if c.parent.name not in HEADERS)
    named = {f"samples/{s.name}": s for s in samples} | {f"cases/{c.relative_to(CASES).as_posix()}": c for c in cases}
    for number, name in enumerate(ANSWERED):
        named[f"answers/{name}"] = answer(named[name], folder.parent / f"answer-{number}.xlsx")
    for number, source in enumerate(named.values()):
        shutil.copy(source, folder / f"{number:03}.xlsx")
    return {f"{number:03}": name for number, name in enumerate(named)}


def answer(sample, target):
    program = ROOT / "functions" / "Local" / "bin" / "Debug" / "net10.0" / "KawasakiServerless.Local.dll"
    subprocess.run(["dotnet", program, "check", sample, "--report", target], stdout=subprocess.DEVNULL)
    return target


def by_openpyxl(source, target):
    for file in source.iterdir():
        try:
            openpyxl.load_workbook(file).save(target / file.name)
        except Exception as error:
            print(f"openpyxl: {file.name}: {error}", file=sys.stderr)


def by_libreoffice(kind):
    def convert(source, target):
        files = sorted(source.iterdir())
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", target, *files], stdout=subprocess.DEVNULL, check=True)

    return convert


def by_exceljs(source, target):
    subprocess.run(["node", HERE / "resave.mjs", source, target], check=True)


def pack(folder, names, archive):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(names[file.stem].removesuffix(".xlsx") + file.suffix)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())


WRITERS = {
    "openpyxl": by_openpyxl,
    "libreoffice-xlsx": by_libreoffice("xlsx"),
    "libreoffice-xls": by_libreoffice("xls"),
    "exceljs": by_exceljs,
}

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "in")
    source.mkdir()
    names = originals(source)
    for name, resave in WRITERS.items():
        target = pathlib.Path(folder, name)
        target.mkdir()
        resave(source, target)
        pack(target, names, HERE / f"{name}.zip")
