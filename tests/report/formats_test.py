"""formats_test.py BIAO ROOT: the reports for other programs, of all files of the project and of
files made here, are read by parsers that are not ours and held against `check --format json`."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

from jsonschema import Draft202012Validator

biao, root = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDERS = ["examples", "tests/golden"]
MISSING = "没有 这个#文件.biao"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
GITLAB = {"error": "critical", "warning": "minor", "info": "info"}
SAID = re.compile(r"^\S.*: (?:错误|警告|知悉|error|warning|info)\[B\d", re.M)
failures = []


def say(what):
    failures.append(what)
    print(what)


def run(*words, cwd=root):
    done = subprocess.run([biao, *words], cwd=cwd, capture_output=True, timeout=120)
    if done.returncode not in (0, 1, 2):
        say(f"{words}: status {done.returncode}")
    return done


def check(shape, *words, cwd=root):
    return run("check", "--format", shape, *words, cwd=cwd).stdout.decode("utf-8")


def region(place):
    return {"startLine": place["start"]["line"], "startColumn": place["start"]["column"],
            "endLine": place["end"]["line"], "endColumn": place["end"]["column"]}


def plain(path):
    return os.path.normpath(path)


def path_of(location):
    return urllib.parse.unquote(location["physicalLocation"]["artifactLocation"]["uri"])


def unlinked(message):
    text = message["text"]
    return re.sub(r"\\(.)", r"\1", text) if "](" in text.replace("\\", "") else text


def same(what, found, expected):
    if found != expected:
        say(f"{what}: {str(found)[:300]} is not {str(expected)[:300]}")


def told(language, finding):
    """The message; of what is accepted, with the reason that was given."""
    accepted = finding.get("accepted")
    if not accepted:
        return finding["message"]
    return (f"{finding['message']}（理由：{accepted['reason']}）" if language == "zh"
            else f"{finding['message']} (reason: {accepted['reason']})")


def marked(language, finding, text):
    """With the word for what is accepted before it."""
    if "accepted" not in finding:
        return text
    return f"已接受：{text}" if language == "zh" else f"accepted: {text}"


def hold_sarif(language, findings, schema):
    log = json.loads(check("sarif", "--lang", language, *FOLDERS, MISSING))
    for error in list(schema.iter_errors(log))[:5]:
        say(f"sarif: {error.json_path}: {error.message[:300]}")
    this = log["runs"][0]
    rules = [rule["id"] for rule in this["tool"]["driver"]["rules"]]
    same("sarif: rules", rules, sorted(set(rules), key=lambda code: code.encode()))
    same("sarif: rules that occur", set(rules), {finding["code"] for finding in findings})
    same("sarif: results", len(this["results"]), len(findings))
    for result, finding in zip(this["results"], findings):
        name = f"sarif {finding['path']} {finding['code']}"
        same(name, rules[result["ruleIndex"]], finding["code"])
        same(name, result["ruleId"], finding["code"])
        same(name, result["level"], LEVELS[finding["severity"]])
        same(name, [(one["kind"], one["justification"],
                     one["location"]["physicalLocation"]["region"])
                    for one in result.get("suppressions", [])],
             [("inSource", one["reason"], region(one["range"]))
              for one in [finding.get("accepted")] if one])
        same(name, unlinked(result["message"]), finding["message"])
        location = result["locations"][0]
        same(name, path_of(location), plain(finding["path"]))
        same(name, location["physicalLocation"]["region"], region(finding["range"]))
        related = result.get("relatedLocations", [])
        same(name, [one["id"] for one in related], list(range(1, len(related) + 1)))
        same(name, [(path_of(one), unlinked(one["message"])) for one in related],
             [(plain(one["path"]), one["message"]) for one in finding["related"]])
        same(name, [[(r["deletedRegion"], r.get("insertedContent", {}).get("text", ""))
                     for change in fix["artifactChanges"] for r in change["replacements"]]
                    for fix in result.get("fixes", [])],
             [[(region(edit["range"]), edit["text"]) for edit in fix["edits"]]
              for fix in finding["fixes"]])
    prints = [result["partialFingerprints"]["biao/v1"] for result in this["results"]]
    same("sarif: fingerprints", len(set(prints)), len(prints))
    invocation = this["invocations"][0]
    same("sarif: successful", invocation["executionSuccessful"], False)
    missed = [path_of(note["locations"][0])
            for note in invocation["toolExecutionNotifications"] if note["level"] == "error"]
    if MISSING not in missed:
        say(f"sarif: nothing is said of {MISSING}: {missed}")
    return log


def hold_gitlab(language, findings, prints):
    issues = json.loads(check("gitlab", "--lang", language, *FOLDERS, MISSING))
    same("gitlab: issues", [(issue["description"], issue["check_name"], issue["severity"],
                             issue["location"]["path"], issue["location"]["lines"]["begin"])
                            for issue in issues],
         [(marked(language, finding, told(language, finding)), finding["code"],
           "info" if "accepted" in finding else GITLAB[finding["severity"]],
           plain(finding["path"]), finding["range"]["start"]["line"]) for finding in findings])
    same("gitlab: fingerprints", [issue["fingerprint"] for issue in issues], prints)


def unescaped(text):
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":") \
        .replace("%2C", ",").replace("%25", "%")


def hold_github(language, findings):
    lines = check("github", "--lang", language, *FOLDERS, MISSING).split("\n")
    same("github: ends in a line end", lines.pop(), "")
    commands = []
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice)(?: ([^\x00-\x1f]*?))?::([^\x00-\x1f]*)", line)
        if not match:
            commands.append(line)
            continue
        pairs = [one.split("=", 1) for one in (match[2] or "").split(",") if one]
        commands.append((match[1], {key: unescaped(value) for key, value in pairs},
                         unescaped(match[3])))
    if ("error", {"file": MISSING}) not in [one[:2] for one in commands]:
        say(f"github: nothing is said of {MISSING}")
    same("github: lines that are no command", sum(isinstance(one, str) for one in commands), 1)
    said = [one for one in commands if not isinstance(one, str) and "title" in one[1]]
    same("github: commands", len(said), len(findings))
    for (command, properties, text), finding in zip(said, findings):
        name = f"github {finding['path']} {finding['code']}"
        place = region(finding["range"])
        same(name, command,
             "notice" if "accepted" in finding else COMMANDS[finding["severity"]])
        same(name, properties["file"], plain(finding["path"]))
        same(name, properties["line"], str(place["startLine"]))
        same(name, "col" in properties, place["startLine"] == place["endLine"])
        same(name, properties["title"], marked(language, finding, finding["code"]))
        if not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u206f\ufeff]", finding["message"]):
            same(name, text.split("\n")[0], told(language, finding))


def hold_junit(language, findings, deny):
    words = ["--deny", deny] if deny else []
    text = check("junit", "--lang", language, *words, *FOLDERS, MISSING)
    suites = xml.etree.ElementTree.fromstring(text.encode("utf-8"))
    cases = suites.findall("./testsuite/testcase")
    for element in [suites, *suites.findall("testsuite")]:
        inside = element.findall(".//testcase")
        for count, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            same(f"junit {element.get('name')}: {count}", int(element.get(count)),
                 sum(case.find(kind) is not None for case in inside))
        same(f"junit {element.get('name')}: tests", int(element.get("tests")), len(inside))
    failing = {"error"} | ({"warning"} if deny else set())
    counted = [finding for finding in findings if "accepted" not in finding]
    same("junit: files that fail",
         {case.get("file") for case in cases if case.find("failure") is not None},
         {plain(one["path"]) for one in counted if one["severity"] in failing})
    same("junit: files with output",
         {case.get("file") for case in cases if case.find("system-out") is not None},
         {plain(one["path"]) for one in findings
          if one["severity"] not in failing or "accepted" in one})
    for kind, wanted in (("failure", failing), ("system-out", set(LEVELS) - failing)):
        shown = sum(len(SAID.findall(part.text))
                    for part in suites.iter(kind))
        same(f"junit: findings under {kind}", shown,
             sum(one["severity"] in wanted for one in counted))
    same("junit: errors", [case.get("file") for case in cases
                           if case.find("error") is not None and case.get("file") == MISSING],
         [MISSING])


SUBMISSION = """使用 国家.项目支出绩效目标表@2015
项目 "甲 & 乙 <丙>" {
    预算 20万元 = 财政拨款 15万元 + 其他资金 3万元
    产出指标 { 数量指标 { "人数" ≥5员 } }
}
"""


def prints_in(folder, *words):
    log = json.loads(check("sarif", *words, cwd=folder))
    return [result["partialFingerprints"]["biao/v1"] for result in log["runs"][0]["results"]]


def hold_made():
    """Odd names, moved lines, reports into files."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        odd = "子 夹/甲 #1, 50%: [乙].biao"
        (folder / odd).parent.mkdir()
        (folder / odd).write_text(SUBMISSION, encoding="utf-8")
        before = prints_in(folder, ".")
        same("fingerprints in the other language", prints_in(folder, ".", "--lang", "en"), before)
        same("fingerprints of ./", prints_in(folder, "./" + odd), before)
        (folder / odd).write_text("// 一行\n\n" + SUBMISSION, encoding="utf-8")
        same("fingerprints of moved lines", prints_in(folder, "."), before)
        (folder / odd).write_text(SUBMISSION.replace("3万元", "2万元"), encoding="utf-8")
        same("fingerprints of another number", prints_in(folder, "."), before)
        log = json.loads(check("sarif", odd, cwd=folder))
        same("the path of a result", path_of(log["runs"][0]["results"][0]["locations"][0]), odd)
        log = json.loads(check("sarif", str(folder / odd), cwd=folder))
        uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        same("the URI of a whole path", uri["uri"], (folder / odd).as_uri())
        human = run("check", ".", cwd=folder)
        for shape in ("human", "json", "sarif", "github", "gitlab", "junit"):
            done = run("check", "--format", shape, "-o", "report", ".", cwd=folder)
            same(f"the terminal beside {shape}", (done.stdout, done.stderr, done.returncode),
                 (human.stdout, human.stderr, 1))
            same(f"{shape} in a file", (folder / "report").read_text(encoding="utf-8"),
                 check(shape, ".", cwd=folder))
        done = run("check", ".", "-o", "no/report", cwd=folder)
        same("a report that cannot be written", (done.stdout, done.returncode), (human.stdout, 2))
        same("and what is said of it", b"no/report" in done.stderr, True)
        done = run("check", odd, "--format", "sarif", "-o", odd, cwd=folder)
        same("a report into what is checked", done.returncode, 2)
        same("which stays", (folder / odd).read_text(encoding="utf-8").startswith("使用"), True)


def main():
    schema = Draft202012Validator(
        json.loads((pathlib.Path(__file__).parent / "sarif.schema.json").read_text("utf-8")))
    Draft202012Validator.check_schema(schema.schema)
    for language in ("zh", "en"):
        findings = json.loads(check("json", "--lang", language, *FOLDERS, MISSING))["findings"]
        assert len(findings) > 500, "where are the files?"
        log = hold_sarif(language, findings, schema)
        results = log["runs"][0]["results"]
        assert any("accepted" in finding for finding in findings), "is nothing accepted?"
        hold_gitlab(language, findings,
                    [result["partialFingerprints"]["biao/v1"] for result in results])
        hold_github(language, findings)
        hold_junit(language, findings, None)
        hold_junit(language, findings, "warning")
    few = ["examples", "tests/golden/pipeline"]
    for shape in ("sarif", "github", "gitlab", "junit"):
        same(f"{shape} on one thread", check(shape, "--jobs", "1", *few),
             check(shape, "--jobs", "3", *reversed(few)))
    hold_made()
    # The schema is strict enough to notice.
    for key in ("message", "locations", "ruleIndex"):
        broken = dict(results[0])
        del broken[key]
        log["runs"][0]["results"] = [broken]
        same(f"a result without its {key}", schema.is_valid(log), False)
    print(f"{len(findings)} findings, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
