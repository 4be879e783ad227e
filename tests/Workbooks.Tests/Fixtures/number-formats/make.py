"""Writes pairs.json: number formats, values, and what LibreOffice shows of them. Run with Debian's python3-openpyxl and libreoffice-calc."""

import csv
import json
import pathlib
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
SEPARATED_QUOTED_UTF8_JAPANESE_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1041,true,false,true"

COUNTS = [52345, 0, -52345, 1234.5]
SMALL = [5, 0, -5]
DATES = [42826, 43555, 43586.5625]  # 2017-04-01, 2019-03-31, 2019-05-01 13:30
TIMES = [0.5625, 1.25, 0.000694]
WORDS = ["対象外"]

# The formats by what they do, each with the values to try.
PAIRS = {
    "General": COUNTS + [0.1, 1 / 3, 1234567890123, 0.000012345, 1e15, 1.5e20, -0.5, 12345.6789] + WORDS,
    "@": COUNTS + WORDS,
    # Digits
    "0": WORDS + COUNTS + [0.4, 0.5, 1.5, 2.5, -0.4],
    "0.0": COUNTS + [0.05, 0.25, 0.35, 2.45],
    "0.00": [1.005, 1.115, 2.675, 52345],
    "0.###": [5, 5.25, 0],
    "#.##": [5, 5.25, 0, 0.25],
    "#": [0, 5, 0.4],
    "#,##0": COUNTS + [999.5, 1234567],
    "#,###": [0, 5, 52345],
    "#,##0.0": COUNTS,
    "#,##0.00": [1234.5],
    "000": [1, 12, 1234, -1],
    "00000": [1, 21],
    "0000-00": [201704],
    "000-0000": [2108577, 108577],
    "?0.0?": [1.25, 12.5],
    # Scaling
    "#,##0,": COUNTS + [500, 2500, 1499500],
    "0,,": [52345678, 499999],
    "#,##0.0,": [52345],
    "#,##0.0,,": [52345678],
    '#,##0,"千"': COUNTS,
    '#,##0,"千円"': [52345],
    '0.0,,"百万円"': [52345678],
    '0"."0,': [52345],
    "#,##0,千円": [52345],
    # Literals and units
    '0"人"': COUNTS,
    "0人": [52],
    '#,##0"人"': [52345, 0],
    '#,##0"か所"': [52345],
    '0" 件"': [52],
    '"約"0': [52, -52],
    '"約"#,##0"人"': [52345],
    "第0回": [3],
    '"第"0"回"': [3, 0, 12],
    '0"～"': [3],
    "¥#,##0": [52345, -52345],
    '"¥"#,##0;[Red]"¥"-#,##0': [52345, -52345],
    "[$¥-411]#,##0": [52345, -52345],
    "[$￥-411]#,##0.00": [52345],
    "[$-411]#,##0": [52345],
    "\\¥#,##0": [52345],
    "$#,##0": [52345],
    "0\\人": [52],
    "0!人": [52],
    '0"%"': [45.9],
    "+0;-0;0": [5, -5, 0],
    '(0)': [5, -5],
    "0/10": [3],
    '"No."0': [7],
    '"ID-"000': [7],
    '0"歳""以上"': [65],
    '0""': [5],
    'General"人"': COUNTS,
    '"約"General': [52, -52],
    'General;▲General': COUNTS,
    "[DBNum1]0": [52],
    "[DBNum3]0": [52],
    # Sections and signs
    "0;-0": SMALL,
    "0;0": SMALL,
    "0;(0)": SMALL,
    "#,##0;(#,##0)": COUNTS,
    "#,##0_);(#,##0)": COUNTS,
    "#,##0_);[Red](#,##0)": COUNTS,
    "#,##0;▲#,##0": COUNTS,
    '#,##0;"▲"#,##0': COUNTS,
    "#,##0;△#,##0": [-52345],
    '#,##0;"▲ "#,##0': [-52345],
    "#,##0.0;▲#,##0.0": [-1234.5, 1234.5],
    "0;▲0;0": SMALL,
    '0;▲0;"-"': SMALL,
    '0;-0;"－"': SMALL,
    '0;-0;"なし"': SMALL,
    "0;-0;": SMALL,
    "0;;": SMALL,
    "0;": SMALL,
    ";;;": SMALL + WORDS,
    ";;": SMALL + WORDS,
    ";-0;0": SMALL,
    '"増"0;"減"0;"同数"': SMALL,
    "#,##0;[Red]-#,##0": COUNTS,
    "0;[赤]-0": [-5],
    "[青]0": [5],
    "[Blue]0": [5],
    "[Color10]0": [5],
    "[色10]0": [5],
    "[Red]▲0;[Blue]0": SMALL,
    # Conditions
    "[<100]0.0;0": [52, 152, -5],
    "[<1]0.0%;0": [0.52, 52, 1],
    "[>=1000]#,##0,;0": [52345, 999, 1000],
    '[>=1000]#,##0,"千";0': [52345, 999],
    '[>=10000]0.0,"千";[>=1000]#,##0;0': [52345, 1234, 5],
    '[=0]"なし";0': SMALL,
    '[=1]"有";[=0]"無";0': [1, 0, 5],
    '[=1]"○";"×"': [1, 0],
    '[<0]"減";[>0]"増";"同"': SMALL,
    "[>100][Red]0;0": [152, 52],
    "[Red][>100]0;0": [152, 52],
    '[<>0]0;"-"': [5, 0, -5],
    "[>=-10]0;▲0": [5, -5, -52],
    "[<0]▲0;0": SMALL,
    "[<=-10]▲0;0": [-52, -5, 5],
    "[<-10]0;0": [-52, -5, 5],
    "[<=0]▲0;0": SMALL,
    "[=-5]0;0.0": [-5, 5, -6],
    "[>0]0;▲0": SMALL,
    "[>=0]0;▲0": SMALL,
    "[>100]0;▲0": [152, 5, -5],
    "[>100]0;[<0]▲0;0.0": [152, 5, -5],
    "[<=9999999]000-0000;0": [2108577],
    # Text sections
    '0;-0;0;"※"@': [5] + WORDS,
    "0;-0;0;@": [5] + WORDS,
    "0;-0;0;": [5] + WORDS,
    '@"様"': WORDS + [5],
    '0"人";@': [5, 0, -5] + WORDS,
    "0;▲0;@": [5, 0, -5] + WORDS,
    '"※"@': WORDS + [5],
    '0;-0;0;"("@")"': WORDS,
    # Percent
    "0%": [0.459, 0, -0.459, 1, 1.5, 0.005, 0.285, 0.575],
    "0.0%": [0.459, 0.4595, 0],
    "0.00%": [0.45678],
    "#,##0%": [52.345],
    "0%;▲0%": [-0.459],
    '0%"増"': [0.5],
    "0 %": [0.5],
    "%0": [0.5],
    "0％": [0.5],
    # Accounting
    '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ': COUNTS + WORDS,
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ': COUNTS,
    '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ': COUNTS,
    '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-': COUNTS,
    '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)': COUNTS,
    "* 0": [5],
    "0* ": [5],
    "0*-": [5],
    "0_ ": [5, -5],
    "0_);(0)": SMALL,
    # Scientific notation and fractions
    "0.00E+00": [52345, 0.00012, -52345, 0],
    "0E+0": [52345],
    "##0.0E+0": [52345],
    "0.0E-0": [52345],
    "# ?/?": [0.5, 1.25, 5, 0.333],
    "# ??/??": [0.5, 3.14159],
    "?/?": [1.5],
    "# ?/2": [1.5],
    "# ?/100": [0.25],
    # Dates and times
    "yyyy/m/d": DATES,
    "yyyy-mm-dd": DATES,
    "m/d": DATES,
    'm"月"d"日"': DATES,
    'yyyy"年"m"月"d"日"': DATES,
    'yyyy"年"m"月"': DATES,
    'yyyy"年"': DATES,
    "yy/m/d": DATES,
    "d-mmm-yy": DATES,
    "mmm-yy": DATES,
    "mmmm d, yyyy": DATES,
    "[$-411]m/d(aaa)": DATES,
    "[$-411]yyyy/m/d aaaa": DATES,
    "m/d(aaa)": [42826],
    "ddd": DATES,
    '[$-411]ggge"年"m"月"d"日"': DATES,
    '[$-411]ggge"年"': DATES,
    '[$-411]gge"年"m"月"': DATES,
    "[$-411]ge.m.d": DATES,
    "[$-411]gee.mm.dd": DATES,
    '[$-411]ggge"年度"': DATES,
    '[$-411]"平成"e"年"': DATES,
    '[$-411]e"年"': DATES,
    '[<43586][$-411]ggge"年"m"月"d"日";[<43831]"令和元年"m"月"d"日";[$-411]ggge"年"m"月"d"日"': DATES + [44000],
    "yyyy/m/d;@": DATES + WORDS,
    "yyyy/m/d;;": [42826, 0],
    "yyyy/m/d h:mm": DATES,
    "h:mm": TIMES,
    "h:mm:ss": TIMES,
    "[h]:mm": TIMES,
    "[h]:mm:ss": TIMES,
    "[mm]:ss": TIMES,
    "[ss]": TIMES,
    'h"時"mm"分"': TIMES,
    "h:mm AM/PM": TIMES,
    "mm:ss.0": [0.000694],
    "0;yyyy/m/d": [5],
}


def save(path):
    book = openpyxl.Workbook()
    sheet = book.active
    for code, values in PAIRS.items():
        for value in values:
            sheet.append([value])
            sheet.cell(sheet.max_row, 1).number_format = code
    sheet.column_dimensions["A"].width = 60
    book.save(path)


def shown(path):
    subprocess.run(["soffice", "--headless", "--convert-to", SEPARATED_QUOTED_UTF8_JAPANESE_AS_SHOWN, "--outdir", path.parent, path], check=True)
    with open(path.with_suffix(".csv"), encoding="utf-8", newline="") as rows:
        return [row[0] if row else "" for row in csv.reader(rows)]


with tempfile.TemporaryDirectory() as folder:
    book = pathlib.Path(folder, "a.xlsx")
    save(book)
    texts = shown(book)

pairs = [{"format": code, "value": value} for code, values in PAIRS.items() for value in values]
assert len(pairs) == len(texts), (len(pairs), len(texts))
lines = [json.dumps(pair | {"shown": text}, ensure_ascii=False) for pair, text in zip(pairs, texts)]
(HERE / "pairs.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
print(len(pairs), "pairs")
