"""Reads every published CSV as a program that knows nothing of it would: the csv module of the standard library, and types inferred column by
column, as pandas does (whole numbers, numbers, true or false, otherwise text; blank is missing).

    python3 tests/Local.Tests/OpenData/read_as_table.py SITE/data/latest

prints a line for each table and ends with 1 when a column of numbers is read as anything else, by the data dictionary beside it.
"""
import csv
import pathlib
import sys

KINDS = {"integer": {"int"}, "decimal": {"int", "float"}, "year": {"int"}, "boolean": {"bool"}}


def kind_of(values):
    filled = [v for v in values if v != ""]
    if not filled:
        return "empty"
    for name, convert in (("int", int), ("float", float)):
        try:
            for value in filled:
                convert(value)
            return name
        except ValueError:
            continue
    return "bool" if set(filled) <= {"true", "false"} else "object"


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def main(folder):
    declared = {(r[0], r[1]): r[4] for r in read(folder / "dictionary.csv")[1:]}
    wrong = 0
    for path in sorted(folder.glob("*.csv")):
        header, *rows = read(path)
        if any(len(row) != len(header) for row in rows):
            print(f"{path.name}: rows of different lengths")
            wrong += 1
        kinds = {name: kind_of([row[i] for row in rows]) for i, name in enumerate(header)}
        for name, kind in kinds.items():
            meant = KINDS.get(declared[path.stem, name])
            if kind != "empty" and meant is not None and kind not in meant:
                print(f"{path.name} {name}: read as {kind}, declared {declared[path.stem, name]}")
                wrong += 1
        print(f"{path.name}: {len(rows)} rows, " + ", ".join(f"{n} {k}" for n, k in kinds.items() if k != "object"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
