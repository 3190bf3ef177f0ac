"""schemas_test.py BIAO ROOT: everything the program prints as JSON for the files of the project is
held against the schemas it prints, and CSV against the JSON."""

import copy
import csv
import fractions
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

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


def unguarded(cell):
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


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
            if "path" in value["range"]:
                continue  # an actual from another file
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


def hold_tables(folders, submissions):
    expected = [(s["path"], r["name"]) for s in submissions for r in s["rows"]
                if r["kind"] in ("indicator", "ofWhich", "together")]
    table = hold_table("indicators", run("emit", "--to", "csv", *folders))
    found = [(r["path"], r["name"]) for r in table]
    if [(path, unguarded(name)) for path, name in found] != expected:
        say("the indicators of the table are not those of the JSON")
    for row in table:
        if (row["state"] == "known") != (row["type"] != ""):
            say(f"{row['path']}:{row['line']}: state {row['state']} and type {row['type']}")
        if (row["value"] != "") != (row["type"] in ("measure", "range")):
            say(f"{row['path']}:{row['line']}: type {row['type']} and value {row['value']}")
    money = hold_table("money", run("emit", "--to", "csv", "--table", "money", *folders))
    funds = sum(r["kind"] == "fund" for s in submissions for r in s["rows"])
    if sum(r["kind"] == "fund" for r in money) != funds:
        say("the funds of the table are not those of the JSON")


def hold_scores(folders, count):
    """Every submission is scored; the JSON fits its schema, and CSV says what it says."""
    schema = validator("score")
    document = parsed(run("score", *folders, "--to", "json", "--lang", "zh"))
    hold("score", document, schema)
    scored = document["submissions"]
    if len(scored) != count:
        say(f"score gives {len(scored)} submissions, emit {count}")
    everyone = document["summary"]["all"]
    if everyone["scored"] + everyone["provisional"] + everyone["unscored"] != len(scored):
        say("the summary counts others")
    lines = list(csv.DictReader(io.StringIO(run("score", *folders, "--to", "csv"), newline="")))
    items = [item for one in scored for item in one["items"]]
    rows = [line for line in lines if line["kind"] != "total"]
    if len(rows) != len(items):
        say(f"score: {len(rows)} lines of CSV, {len(items)} items")
    for line, item in zip(rows, items):
        least = item["points"]["least"] if item["points"] else ""
        if (line["state"], line["least"]) != (item["state"], least):
            say(f"score: {line['path']}:{line['line']} differs between CSV and JSON")
    # A total is the sum of its items, and at most of what some of them share besides.
    for one in scored:
        for bound in ("least", "most"):
            if one["points"][bound] is None:
                continue
            total = sum(fractions.Fraction(item["points"][bound])
                        for item in one["items"] if item["points"])
            if bound == "most":
                total += sum(fractions.Fraction(share["weight"]) for share in one["shared"])
            left_out = any(item["state"] == "leftOut" for item in one["items"])
            if total != fractions.Fraction(one["points"][bound]) and not left_out:
                say(f"score: {one['path']}: {bound} {one['points'][bound]}, items {total}")


def main():
    model, findings = validator(), validator("findings")
    folders = ["examples", "tests/golden"]
    hold("check", parsed(run("check", "--format", "json", *folders)), findings)
    with tempfile.TemporaryDirectory() as folder:
        copied = shutil.copytree(root / "tests/golden/checks", pathlib.Path(folder) / "checks")
        hold("check --fix", parsed(run("check", "--fix", "--format", "json", str(copied))), findings)
    for old, new in (("examples/ezhou-2023", "examples/ezhou-2024/corrected"),
                     ("examples/pingluo-2023/as-submitted", "examples/pingluo-2023/corrected"),
                     ("tests/golden/diff/inputs/旧.biao", "tests/golden/diff/inputs/新.biao"),
                     ("tests/golden/diff/inputs/2031", "tests/golden/diff/inputs/2032")):
        hold(f"diff {old}", parsed(run("diff", "--to", "json", "--same", old, new)),
             validator("diff"))
        hold(f"history {old}", parsed(run("history", "--to", "json", old, new)),
             validator("history"))
        hold_table(f"diff {old}", run("diff", "--to", "csv", old, new))
        hold_table(f"history {old}", run("history", "--to", "csv", old, new))
    document = parsed(run("emit", *folders))
    submissions = document["submissions"]
    for submission in submissions:
        name = submission["path"]
        hold(f"emit {name}", {**document, "submissions": [submission]}, model)
        hold_places(name, submission)
    hold_tables(folders, submissions)
    rows = sum(len(submission["rows"]) for submission in submissions)
    assert len(submissions) > 100 and rows > 1000, "where are the files?"
    hold_scores(folders, len(submissions))
    sample = {**document, "submissions": submissions[:1]}

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
    print(f"{len(submissions)} submissions, {rows} rows, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
