"""schemas_test.py BIAO ROOT: everything the program prints as JSON for the files of the project is
held against the schemas it prints, and CSV against the JSON."""

import copy
import csv
import io
import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator

biao, root = sys.argv[1], pathlib.Path(sys.argv[2])
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
failures = []


def say(what):
    failures.append(what)
    print(what)


def run(*words):
    done = subprocess.run([biao, *words], cwd=root, capture_output=True, timeout=120)
    if done.returncode not in (0, 1, 2):
        say(f"{words}: status {done.returncode}")
    return done.stdout.decode("utf-8")


def no_float(text):
    raise ValueError(f"{text} is no exact number")


def parsed(text):
    return json.loads(text, parse_float=no_float)


def validator(*words):
    schema = parsed(run("schema", *words))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def hold(what, document, against):
    error = next(against.iter_errors(document), None)
    if error is not None:
        say(f"{what}: {error.json_path}: {error.message[:300]}")


def is_plain(cell):
    digits = cell.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()


def values(row):
    for cell in row["cells"]:
        yield cell["value"]
        yield from cell["value"].get("parts", [])


def hold_places(name, submission):
    """What is said to be written stands there; parents stand before their children."""
    text = (root / submission["path"]).read_bytes().decode("utf-8-sig")
    for mark in ("\r\n", "\r"):
        text = text.replace(mark, "\n")
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def at(position):
        return starts[position["line"] - 1] + position["column"] - 1

    for index, row in enumerate(submission["rows"]):
        if (row["parent"] is None) != (index == 0) or (index and row["parent"] >= index):
            say(f"{name}: row {index} has parent {row['parent']}")
        for value in values(row):
            if value["type"] == "blank" and not value["written"]:
                continue
            there = text[at(value["range"]["start"]):at(value["range"]["end"])]
            if there != value["written"].replace("\r\n", "\n"):
                say(f"{name}: {value['written']!r} is said to stand where {there!r} does")


def hold_table(name, text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            say(f"{name}: {len(row)} cells under {len(rows[0])} columns: {row}")
        for cell in row:
            if cell.startswith(FORMULA) and not is_plain(cell):
                say(f"{name}: {cell!r} would be run")
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def hold_tables(name, submissions):
    expected = [(s["path"], r["name"]) for s in submissions for r in s["rows"]
                if r["kind"] in ("indicator", "ofWhich", "together")]
    table = hold_table(name, run("emit", "--to", "csv", name))
    found = [(r["path"], r["name"]) for r in table]
    if len(found) != len(expected):
        say(f"{name}: {len(expected)} indicators, {len(found)} lines")
    for row in table:
        if (row["state"] == "known") != (row["type"] != ""):
            say(f"{name}: state {row['state']} and type {row['type']}")
        if (row["value"] != "") != (row["type"] in ("measure", "range")):
            say(f"{name}: type {row['type']} and value {row['value']}")
    hold_table(name, run("emit", "--to", "csv", "--table", "money", name))


def main():
    model, findings = validator(), validator("findings")
    files = sorted(p.relative_to(root).as_posix()
                   for folder in ("examples", "tests/golden", "stdlib")
                   for p in (root / folder).rglob("*.biao"))
    assert len(files) > 100, "where are the files?"
    rows = 0
    sample = None
    for name in files:
        hold(f"check {name}", parsed(run("check", "--format", "json", name)), findings)
        text = run("emit", name)
        if not text:
            say(f"emit {name}: nothing")
            continue
        document = parsed(text)
        hold(f"emit {name}", document, model)
        for submission in document["submissions"]:
            hold_places(name, submission)
            rows += len(submission["rows"])
            sample = sample or document
        hold_tables(name, document["submissions"])
    assert rows > 500, "where are the rows?"
    hold("examples", parsed(run("emit", "examples")), model)

    # The schema is strict enough to notice.
    def rejects(what, change):
        broken = copy.deepcopy(sample)
        change(broken["submissions"][0]["rows"][1])
        if model.is_valid(broken):
            say(f"the schema lets pass {what}")

    def value_of(row):
        return row["cells"][0]["value"]

    rejects("a new key", lambda row: row.update(surprise=1))
    rejects("a key taken away", lambda row: row.pop("element"))
    rejects("a number as a number", lambda row: value_of(row).update(
        {"type": "measure", "number": 1, "unit": None, "base": None, "calculated": False,
         "quoted": False}))
    rejects("an unknown type", lambda row: value_of(row).update(type="guess"))
    print(f"{len(files)} files, {rows} rows, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
