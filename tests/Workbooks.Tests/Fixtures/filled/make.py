"""Fills in empty templates, cell by cell, with what the samples say: once with openpyxl, once in LibreOffice itself.

As staff do, it leaves 管理番号 blank. Run with Debian's python3-openpyxl, python3-uno and libreoffice-calc, where dotnet is on the path.
"""

import pathlib
import subprocess
import tempfile
import time

import openpyxl
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
DEPARTMENTS = {"byoin": "病院局", "kenkofukushi": "健康福祉局", "takatsu": "高津区役所"}
BLANK = "管理番号"


def entries(sample):
    """Sheet, row and header of each cell under a header, with its value: what is to be typed."""
    for sheet in openpyxl.load_workbook(sample):
        if sheet.sheet_state != "visible" or sheet.title == "はじめに":
            continue
        headers = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for header, cell in zip(headers, row):
                if header != BLANK and cell.value is not None:
                    yield sheet.title, cell.row, header, cell.value


def columns(template):
    """Where the headers of the empty template stand."""
    return {sheet.title: {cell.value: cell.column for cell in sheet[1]} for sheet in openpyxl.load_workbook(template)}


def with_openpyxl(template, typed, target):
    book = openpyxl.load_workbook(template)
    for sheet, row, column, value in typed:
        book[sheet].cell(row, column).value = value
    book.save(target)


def with_libreoffice(desktop, template, typed, target):
    book = desktop.loadComponentFromURL(template.as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
    for sheet, row, column, value in typed:
        cell = book.Sheets.getByName(sheet).getCellByPosition(column - 1, row - 1)
        if isinstance(value, str):
            cell.setString(value)
        else:
            cell.setValue(value)
    book.storeToURL(target.as_uri(), (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),))
    book.close(True)


def desktop_of(office, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start.")


with tempfile.TemporaryDirectory() as folder:
    profile, pipe = pathlib.Path(folder, "profile").as_uri(), f"filled-{pathlib.Path(folder).name}"
    office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"])
    desktop = desktop_of(office, pipe)
    for code, name in DEPARTMENTS.items():
        template = pathlib.Path(folder, f"{code}.xlsx")
        subprocess.run(
            ["dotnet", "run", "--project", ROOT / "functions" / "Local", "--", "template", "--department", code, "--year", "2018", "--to", template],
            check=True,
        )
        at = columns(template)
        typed = [(sheet, row, at[sheet][header], value) for sheet, row, header, value in entries(ROOT / "functions" / "Samples" / f"2018-{name}.xlsx")]
        with_openpyxl(template, typed, HERE / f"openpyxl-{code}.xlsx")
        with_libreoffice(desktop, template, typed, HERE / f"libreoffice-{code}.xlsx")
    desktop.terminate()
    office.wait()
