"""Saves two of the samples again with openpyxl and with LibreOffice. Run with Debian's python3-openpyxl and libreoffice-calc."""

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
        subprocess.run(["soffice", "--headless", "--convert-to", "xlsx", "--outdir", target, source], check=True)
        shutil.copy(target / "a.xlsx", HERE / f"libreoffice-{code}.xlsx")
