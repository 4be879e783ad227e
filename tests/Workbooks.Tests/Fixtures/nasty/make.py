"""Writes workbooks that each have one thing wrong, and are named for it: samples with a change, or books from nothing.

Run with Debian's python3-openpyxl. The same samples give the same bytes. NastyWorkbookTests says what each of them must get.
"""

import datetime
import io
import pathlib
import re
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[3] / "functions" / "Samples"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FRONT, INITIATIVES, DIRECTIONS, COLLABORATIONS, WARD = "はじめに", "視点別取組", "課題と方向性", "連携取組", "区の取組"
VIEWPOINT, HEADING = "1 意識の醸成と参加・活動の促進", "視点1「意識の醸成と参加・活動の促進」"
REPORT_HEADERS = ["施策等", "これまでの主な取組", "課題と今後の方向性"]
STATISTIC_HEADERS = ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"]


# Books as a list of parts.

def zipped(parts):
    """A zip that says 1980 of every part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, content in parts.items():
            entry = zipfile.ZipInfo(path)
            entry.compress_type = zipfile.ZIP_DEFLATED if content else zipfile.ZIP_STORED
            archive.writestr(entry, content, compresslevel=9)
    return stream.getvalue()


def parts_of(book):
    """The parts of an openpyxl workbook, in its order, with a fixed time for the one it was saved at."""
    stream = io.BytesIO()
    book.properties.created = datetime.datetime(2018, 8, 1)
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>2018-08-01T00:00:00Z", core).encode()
    return parts


def write(name, content):
    (HERE / name).write_bytes(content if isinstance(content, bytes) else zipped(content))


def replaced(parts, path, old, new):
    """The parts with a text changed, which must be there once."""
    text = parts[path].decode()
    assert text.count(old) == 1, (path, old, text.count(old))
    return {**parts, path: text.replace(old, new).encode()}


# The two samples that are changed.

def sample(department):
    """Without its instructions and its prepared rows, to be small."""
    book = openpyxl.load_workbook(SAMPLES / f"2018-{department}.xlsx")
    book[FRONT].delete_rows(8, book[FRONT].max_row)
    for sheet in book.worksheets[1:-1]:
        last = max(cell.row for cell in sheet["B"] if cell.value is not None)
        sheet.delete_rows(last + 1, sheet.max_row)
    return book


def hospital():
    book = sample("病院局")
    # The printed report has no figures for these two years; without this they would be reported as missing.
    book[INITIATIVES]["K9"] = book[INITIATIVES]["J10"] = "対象外"
    return book


def takatsu():
    return sample("高津区役所")


def with_cells(book, sheet, cells):
    for address, value in cells.items():
        book[sheet][address] = value
    return book


def write_cells(name, sheet, cells, book=None):
    write(name, parts_of(with_cells(book or hospital(), sheet, cells)))


def write_changed(name, change):
    book = hospital()
    change(book)
    write(name, parts_of(book))


# Workbooks made from nothing.

def plain(department, sheet, rows):
    book = openpyxl.Workbook()
    front = book.active
    front.title = FRONT
    for row in (["局・区名", department], ["報告年度", "平成30年度"]):
        front.append(row)
    table = book.create_sheet(sheet)
    for row in rows:
        table.append(row)
    return book


def raw(sheet_xml, strings_xml=None):
    """The parts of the least that is a workbook, with a sheet of directions."""
    header = '<?xml version="1.0" encoding="UTF-8"?>'
    front = row(1, "局・区名", "病院局") + row(2, "報告年度", "平成30年度")
    relations = "".join(f'<Relationship Id="s{i}" Type="{OFFICE}/worksheet" Target="worksheets/{i}.xml"/>' for i in (0, 1))
    parts = {
        "_rels/.rels": f'{header}<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{header}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{FRONT}" sheetId="1" r:id="s0"/><sheet name="課題" sheetId="2" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{header}<Relationships xmlns="{PACKAGE}">{relations}<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/0.xml": f'{header}<worksheet xmlns="{MAIN}"><sheetData>{front}</sheetData></worksheet>',
        "xl/worksheets/1.xml": f'{header}<worksheet xmlns="{MAIN}">{sheet_xml}</worksheet>',
        "xl/sharedStrings.xml": strings_xml or f'{header}<sst xmlns="{MAIN}"><si><t>文</t></si></sst>',
    }
    return {path: xml.encode() for path, xml in parts.items()}


def row(number, *texts, last=""):
    cells = "".join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts))
    return f'<row r="{number}">{cells}{last}</row>'


TABLE = row(1, "視点", "施策", "課題と今後の方向性")
DIRECTION = row(2, "1", "その他", "文")


def write_files():
    whole = zipped(parts_of(hospital()))
    write("empty-file.xlsx", b"")
    write("html-named.xlsx", "<html><body><table><tr><td>視点</td><td>施策</td></tr></table></body></html>\n".encode())
    write("csv-named.xlsx", "管理番号,視点,施策,担当部署,取組\r\n,1,その他,病院局,講座を開催した。\r\n".encode("cp932"))
    write("truncated.xlsx", whole[:len(whole) * 2 // 3])
    write("only-zeros.xlsx", bytes(2_000))
    write("other-zip.xlsx", {"メモ.txt": "報告\n".encode()})
    write("encrypted-ole-header.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(480))
    write("damaged-ole-header.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 1528)
    write("encrypted-zip-entry.xlsx", with_encrypted_flags(zipped(raw(f"<sheetData>{TABLE}{DIRECTION}</sheetData>"))))


def with_encrypted_flags(content):
    changed = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(signature), content):
            changed[match.start() + flags] |= 1
    return bytes(changed)


def write_packages():
    good = f"<sheetData>{TABLE}{DIRECTION}</sheetData>"
    whole = parts_of(hospital())
    write("missing-workbook-part.xlsx", {path: content for path, content in whole.items() if path != "xl/workbook.xml"})
    write("missing-sheet-part.xlsx", {path: content for path, content in whole.items() if path != "xl/worksheets/sheet2.xml"})
    write("sheet-outside-the-package.xlsx", replaced(raw(good), "xl/_rels/workbook.xml.rels", "worksheets/1.xml", "../../../../etc/passwd"))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    blank = parts_of(with_cells(hospital(), INITIATIVES, {"E2": None}))
    write("wrong-content-type.xlsx", replaced(blank, "[Content_Types].xml", kind, "text/plain"))
    huge = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', blank["xl/worksheets/sheet2.xml"])
    write("declared-dimension-huge.xlsx", {**blank, "xl/worksheets/sheet2.xml": huge})
    write("not-well-formed.xlsx", raw(f"<sheetData>{TABLE}{DIRECTION}"))
    write("deep-nesting.xlsx", raw(good, "<a>" * 1_000_000))
    write("unknown-encoding.xlsx", raw(good, f'<?xml version="1.0" encoding="x-nothing"?><sst xmlns="{MAIN}"/>'))
    eighth = row(2, "1", "その他", last='<c r="C2" t="s"><v>7</v></c>')
    write("shared-string-missing.xlsx", raw(f"<sheetData>{TABLE}{eighth}</sheetData>"))
    write("dtd-external-file.xlsx", raw(good, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'))
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi"))
    write("dtd-entity-bomb.xlsx", raw(good, f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{entities}]><sst><si><t>&i;</t></si></sst>'))
    write("zip-bomb-shared-strings.xlsx", raw(good, f'<sst xmlns="{MAIN}"><si><t>{" " * 210 * 1024 * 1024}</t></si></sst>'))
    write("zip-bomb-one-part-for-many-sheets.xlsx", one_part_for_many_sheets())
    write("entries-1001.xlsx", {**raw(good), **{f"{i}": b"" for i in range(1_001 - 6)}})
    write("rows-100001.xlsx", raw(f"<sheetData>{'<row/>' * 100_001}</sheetData>"))
    write("merges-200001.xlsx", raw(f"""{good}<mergeCells>{'<mergeCell ref="E1:F2"/>' * 200_001}</mergeCells>"""))
    macros = parts_of(hospital())
    macros = replaced(macros, "[Content_Types].xml", kind, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    macros = replaced(macros, "[Content_Types].xml", "</Types>", '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    macros = replaced(macros, "xl/_rels/workbook.xml.rels", "</Relationships>", '<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>')
    # The part contains no macro; its presence is enough for the finding.
    write("macros.xlsm", {**macros, "xl/vbaProject.bin": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)})


def one_part_for_many_sheets():
    filler = f"<x/>{' ' * 1_020}" * 21 * 1_024
    parts = raw(f"{filler}<sheetData>{TABLE}{DIRECTION}</sheetData>")
    sheets = "".join(f'<sheet name="課題{i}" sheetId="{i + 3}" r:id="s1"/>' for i in range(10))
    return replaced(parts, "xl/workbook.xml", "</sheets>", f"{sheets}</sheets>")


def write_fronts():
    write_cells("other-department.xlsx", FRONT, {})
    write_cells("unknown-department.xlsx", FRONT, {"B3": "病院事業庁"})
    write_cells("other-year.xlsx", FRONT, {"B4": "平成29年度"})
    write_cells("reporting-year-bare-30.xlsx", FRONT, {"B4": "30"})
    write_cells("older-template.xlsx", FRONT, {"B5": "0"})
    write_cells("nothing-to-report-in-other-words.xlsx", FRONT, {"B6": "たぶんない"})
    write_cells("nothing-to-report-beside-rows.xlsx", FRONT, {"B6": "該当なし"})
    write_cells("reporting-year-blank.xlsx", FRONT, {"B4": None})
    write_cells("reporting-year-row-missing.xlsx", FRONT, {"A4": None, "B4": None})
    write_cells("department-blank.xlsx", FRONT, {"B3": "　"})
    write_changed("front-without-year.xlsx", lambda book: (book.remove(book[FRONT]), book.create_sheet(FRONT).append(["局・区名", "病院局"])))
    write_cells("front-sheet-error.xlsx", FRONT, {"B3": "#N/A"})


def write_tables():
    def clear(book):
        for sheet in (INITIATIVES, DIRECTIONS, COLLABORATIONS):
            book[sheet].delete_rows(2, book[sheet].max_row)

    def move_down(book):
        for sheet in (INITIATIVES, DIRECTIONS, COLLABORATIONS):
            book[sheet].insert_rows(1, 31)

    def hide_sheet(book):
        book[COLLABORATIONS].sheet_state = "hidden"

    def hide_row(book):
        book[INITIATIVES].row_dimensions[11].hidden = True

    def hide_column(book):
        book[INITIATIVES].column_dimensions["D"].hidden = True

    write_changed("nothing-reported.xlsx", clear)
    write_changed("header-moved-down-31-rows.xlsx", move_down)
    write_changed("sheet-removed.xlsx", lambda book: book.remove(book[COLLABORATIONS]))
    write_changed("sheet-hidden.xlsx", hide_sheet)
    write_changed("hidden-row.xlsx", hide_row)
    write_changed("hidden-column.xlsx", hide_column)
    write_cells("column-missing.xlsx", DIRECTIONS, {"C1": "分野"})
    write_cells("year-column-missing.xlsx", INITIATIVES, {"K1": "前年度"})
    write_cells("year-header-without-era.xlsx", INITIATIVES, {"K1": "29"})
    write_cells("column-twice.xlsx", INITIATIVES, {"N1": "単位", "N11": "件"})
    write_cells("year-column-twice.xlsx", INITIATIVES, {"N1": "Ｈ２９年度", "N11": 7})
    write("sheet-of-others.xlsx", parts_of(plain("病院局", WARD, [["管理番号", "区", "年度", "区分", "見出し", "取組"], [None, "高津区", None, None, None, "文"]])))


def write_merged():
    second = {"F13": "受講者", "H13": "人", "J13": 80, "K13": "約92"}
    book = with_cells(hospital(), INITIATIVES, {"F12": "講座", "H12": "回", "J12": 4, "K12": 5, **second})
    for column in "ABCDE":
        book[INITIATIVES].merge_cells(f"{column}12:{column}13")
    write("merged-cells.xlsx", parts_of(book))
    book = with_cells(hospital(), DIRECTIONS, {"C2": None, "C3": None})
    book[DIRECTIONS].merge_cells("C2:C4")
    write("merged-blank.xlsx", parts_of(book))


def write_values():
    write_cells("required-blank-text.xlsx", INITIATIVES, {"E2": None})
    write_cells("required-spaces-only.xlsx", INITIATIVES, {"E2": "　 \n　"})
    write_cells("required-blank-viewpoint.xlsx", DIRECTIONS, {"B2": None})
    write_cells("required-blank-partners.xlsx", COLLABORATIONS, {"B2": None})
    write_cells("unknown-policy-area.xlsx", INITIATIVES, {"C12": "医寮施策"})
    write_cells("unknown-viewpoint.xlsx", DIRECTIONS, {"B3": "6 宇宙への進出"})
    write_cells("row-1048576.xlsx", DIRECTIONS, {"B1048576": "6 宇宙への進出", "C1048576": "医療施策", "E1048576": "文"})
    write_cells("cumulative-unknown.xlsx", INITIATIVES, {"I11": "ときどき"})
    write_cells("figure-about-92.xlsx", INITIATIVES, {"K11": "約92"})
    write_cells("figure-with-unit.xlsx", INITIATIVES, {"K11": "92人"})
    write_cells("figure-range.xlsx", INITIATIVES, {"K11": "90～95"})
    write_cells("figure-two-numbers.xlsx", INITIATIVES, {"K11": "35→37"})
    write_cells("figure-in-multiples.xlsx", INITIATIVES, {"K11": "1億2千万"})
    write_cells("figure-after-words.xlsx", INITIATIVES, {"K11": "検討中 7"})
    write_cells("figure-true.xlsx", INITIATIVES, {"K11": True})
    write_cells("figure-false-typed-as-text.xlsx", INITIATIVES, {"K11": "FALSE"})
    write_cells("figure-1e400-typed-as-text.xlsx", INITIATIVES, {"K11": "1e400"})
    for name, written in (("figure-nan", "NaN"), ("figure-1e400", "1e400"), ("figure-infinite", "-Infinity")):
        parts = parts_of(with_cells(hospital(), INITIATIVES, {"K11": 123454321}))
        write(f"{name}.xlsx", replaced(parts, "xl/worksheets/sheet2.xml", "<v>123454321</v>", f"<v>{written}</v>"))
    write_cells("figure-latin.xlsx", INITIATIVES, {"K11": "abc"})
    write_cells("figure-lone-sign.xlsx", INITIATIVES, {"K11": "－"})
    write_cells("figure-of-signs.xlsx", INITIATIVES, {"K11": "#?!"})
    write_cells("percent-typed-beside-another-unit.xlsx", INITIATIVES, {"J11": 40, "K11": "45.9%"})
    write_cells("date-in-figure.xlsx", INITIATIVES, {"K11": datetime.date(2017, 7, 1)})
    write_cells("digits-split.xlsx", INITIATIVES, {"K11": "1 0"})
    write_cells("formula-without-value.xlsx", INITIATIVES, {"K11": "=J11+3"})
    write_cells("formula-without-value-in-text.xlsx", DIRECTIONS, {"E2": '="講座"&"を開催"'})
    write_cells("error-ref.xlsx", INITIATIVES, {"K11": "#REF!"})
    write_cells("error-div0-in-text.xlsx", DIRECTIONS, {"E2": "#DIV/0!"})
    write_cells("number-malformed.xlsx", INITIATIVES, {"A12": "5番"})
    write_cells("number-of-others.xlsx", INITIATIVES, {"A12": "takatsu-0005"})
    write_cells("numbers-of-others.xlsx", DIRECTIONS, {f"A{i}": f"takatsu-000{i}" for i in range(2, 5)})
    write_cells("number-twice.xlsx", DIRECTIONS, {"A4": "byoin-0007"})
    write_cells("number-of-another-initiative.xlsx", INITIATIVES, {"A12": "byoin-0004"})
    write_cells("partner-misspelt.xlsx", COLLABORATIONS, {"B2": "健康福社局"})
    write_cells("division-without-bureau.xlsx", DIRECTIONS, {"D2": "地域包括ケア推進室"})


def write_texts():
    write_cells("text-10001-characters.xlsx", DIRECTIONS, {"E2": "あ" * 10_001})
    write_cells("private-use-character.xlsx", DIRECTIONS, {"E2": "髙\ue001橋氏の講座を開催する。"})
    write_cells("control-character.xlsx", DIRECTIONS, {"E2": "講座を_x0007_開催する。"})
    write_cells("unbalanced-bracket.xlsx", DIRECTIONS, {"E2": "「市民公開講座を開催する。"})
    write_cells("formula-like-text.xlsx", DIRECTIONS, {"E2": "- 講座を開催する。"})
    book = hospital()
    cell = book[DIRECTIONS]["E2"]
    cell.value, cell.data_type = "=WEBSERVICE(\"https://example.jp/\")", "s"
    write("formula-typed-as-text.xlsx", parts_of(book))


def write_records():
    write_cells("indicator-without-initiative.xlsx", INITIATIVES, {**dict.fromkeys(["A2", "B2", "C2", "D2", "E2"]), "F2": "講座", "H2": "回", "J2": 4, "K2": 5})
    write_cells("note-without-indicator.xlsx", INITIATIVES, {"M2": "延べ人数"})
    again = {f"{column}13": hospital()[INITIATIVES][f"{column}12"].value for column in "BCE"}
    write_cells("initiative-twice.xlsx", INITIATIVES, {**again, "D13": "病院局川崎病院"})
    book = hospital()
    again = {f"{column}13": book[INITIATIVES][f"{column}11"].value for column in "ABCDEFGHIJK"}
    write_cells("indicator-twice.xlsx", INITIATIVES, again)
    write_cells("negative-count.xlsx", INITIATIVES, {"K11": "▲5"})
    write_cells("direction-repeated.xlsx", DIRECTIONS, {"E4": hospital()[DIRECTIONS]["E3"].value})
    write_cells("unit-missing.xlsx", INITIATIVES, {"H11": None})
    write_cells("unit-spelling.xlsx", INITIATIVES, {"H3": "か所", "H5": "か所", "H11": "箇所"})
    write_cells("year-missing.xlsx", INITIATIVES, {"K11": None})
    write_cells("sudden-change.xlsx", INITIATIVES, {"J11": 4, "K11": 40})
    write_cells("cumulative-drop.xlsx", INITIATIVES, {"I11": "累計", "J11": 7, "K11": 4})
    write_cells("percent-over.xlsx", INITIATIVES, {"H11": "%", "J11": 50, "K11": 120})


def write_wards():
    write_cells("ward-of-others.xlsx", WARD, {"B2": "中原区"}, takatsu())
    write_cells("ward-unknown.xlsx", WARD, {"B2": "高津町"}, takatsu())
    write_cells("ward-category-unknown.xlsx", WARD, {"D7": "いきがいづくり"}, takatsu())
    write_cells("era-heisei-32.xlsx", WARD, {"C7": "平成32年度"}, takatsu())
    write_cells("bare-29-year.xlsx", WARD, {"C7": "29"}, takatsu())


def write_coordinators():
    def statistics(name, *shares):
        write(name, parts_of(plain("健康福祉局", "活動統計", [STATISTIC_HEADERS, *shares])))

    head = ["相談対応", "対象者の年齢区分", "平成29年4月", "平成30年3月", 80252]
    statistics("shares-over-100.xlsx", [*head, "幼児", 60.5], [*head, "高齢者", 44])
    statistics("total-in-words.xlsx", [*head[:4], "多数", "幼児", 60.5])
    statistics("month-without-era.xlsx", [*head[:2], "29年4月", *head[3:], "幼児", 60.5])
    write("passage-kind-unknown.xlsx", parts_of(plain("健康福祉局", "本文", [["資料", "見出し", "種別", "本文"], ["資料1-1", "概要", "落書き", "文"]])))


def write_report_layouts():
    def report(name, *rows):
        book = openpyxl.Workbook()
        book.active.title = "報告"
        for cells in rows:
            book.active.append(cells)
        write(name, parts_of(book))

    area = ["医療施策（病院局）", "講座を開催した。", "引き続き開催する。"]
    report("report-layout-without-viewpoint.xlsx", REPORT_HEADERS, area)
    report("report-layout-unknown-area.xlsx", [HEADING], REPORT_HEADERS, ["宇宙施策（病院局）", *area[1:]])
    report("report-layout-area-blank.xlsx", [HEADING], REPORT_HEADERS, [None, *area[1:]])
    report("report-layout-error-ref.xlsx", [HEADING], REPORT_HEADERS, [area[0], "#REF!", area[2]])
    report("report-layout-figure-after-words.xlsx", [HEADING], REPORT_HEADERS, [area[0], "講座を開催した。（開催回数 H28：検討中 7 H29：7回）", area[2]])
    report("report-layout-figure-in-doubt.xlsx", [HEADING], REPORT_HEADERS, [area[0], "講座を開催した。（開催回数 H28：6回 H29：約7回）", area[2]])


for write_some in (write_files, write_packages, write_fronts, write_tables, write_merged, write_values, write_texts, write_records, write_wards, write_coordinators, write_report_layouts):
    write_some()
