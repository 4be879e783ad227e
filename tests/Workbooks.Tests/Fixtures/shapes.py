"""Writes a text box and a rectangle with a text as .xlsx and .xls, with LibreOffice. Run with Debian's libreoffice-calc."""

import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {"office": "office", "table": "table", "text": "text", "draw": "drawing", "svg": "svg-compatible"}.items())
BOX = '<draw:frame svg:width="5cm" svg:height="1cm" svg:x="0cm" svg:y="0cm"><draw:text-box><text:p>実績は暫定値です。</text:p></draw:text-box></draw:frame>'
SHAPE = ('<draw:custom-shape svg:width="3cm" svg:height="1cm" svg:x="0cm" svg:y="0cm"><text:p>要確認</text:p>'
         '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>')
NOTE = '<office:annotation><text:p>コメント</text:p></office:annotation>'


def cell(content=""):
    return f"<table:table-cell>{content}</table:table-cell>"


ROWS = [
    [cell("<text:p>甲</text:p>")], [cell()], [cell(), cell(BOX)], [cell(NOTE + "<text:p>乙</text:p>")], [cell()], [cell()],
    [cell(), cell(), cell(), cell(SHAPE)],
]
BOOK = (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f'<office:body><office:spreadsheet><table:table table:name="課題">{"".join("<table:table-row>" + "".join(r) + "</table:table-row>" for r in ROWS)}'
        '</table:table></office:spreadsheet></office:body></office:document>')

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "a.fods")
    source.write_text(BOOK, encoding="utf-8")
    for kind in ("xlsx", "xls"):
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source], check=True)
        shutil.copy(pathlib.Path(folder, f"a.{kind}"), HERE / f"libreoffice-shapes.{kind}")
