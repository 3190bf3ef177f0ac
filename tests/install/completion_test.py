"""completion_test.py BIAO SHELL: what the Tab key gives."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

biao, shell = os.path.abspath(sys.argv[1]), sys.argv[2]
if not shutil.which(shell):
    print(f"skipped: there is no {shell}")
    sys.exit()

here = pathlib.Path(__file__).parent
script = subprocess.run([biao, "completion", shell], capture_output=True, check=True).stdout.decode()
pages = json.loads(subprocess.run([biao, "explain", "--format", "json"], capture_output=True,
                                  check=True).stdout)["pages"]
codes = [page["code"] for page in pages]
commands = ["check", "completion", "diff", "emit", "explain", "fmt", "forms", "git", "help",
            "history", "new", "schema", "score", "units"]

# In a folder with these: a line, and the words that may stand at its end.
folders = ["other/"]
files = ["one.biao", "other.txt"]
cases = {
    "biao ": commands,
    "biao ch": ["check"],
    "biao --lang en che": ["check"],
    "biao help e": ["emit", "explain"],
    "biao check --fo": ["--format"],
    "biao check --format ": ["github", "gitlab", "human", "json", "junit", "sarif"],
    "biao check --format g": ["github", "gitlab"],
    "biao emit --deny wa": ["warning"],
    "biao emit --to=c": ["csv"],
    "biao --color ": ["always", "auto", "never"],
    "biao git ": ["diff", "install", "merge"],
    "biao git install --u": ["--uninstall"],
    "biao schema ": ["diff", "findings", "history", "model", "score"],
    "biao schema model ": [],
    "biao completion ": ["bash", "fish", "zsh"],
    "biao check o": ["one.biao", "other/"],
    "biao check --format json one.biao o": ["one.biao", "other/"],
    "biao check --stdlib o": ["other/"],
    "biao emit -o o": ["one.biao", "other.txt", "other/"],
    "biao check -o o": ["one.biao", "other.txt", "other/"],
    "biao check --jobs ": [],
    "biao explain B30": [code for code in codes if code.startswith("B30")],
    "biao explain B3:": [code for code in codes if code.startswith("B3:")],
    "biao explain parts-": ["parts-do-not-sum"],
    "biao explain B301 o": ["one.biao", "other/"],
    "biao forms national.project_t": ["national.project_targets@2015"],
    "biao forms 国家.项目支出绩效目": ["国家.项目支出绩效目标表@2015"],
    "biao forms national.project_targets@": ["national.project_targets@2015"],
    "biao units ": [],
    "biao nothing ": [],
}
# Of words that only begin alike, zsh is shown no more than what they share.
in_zsh = {
    "biao ch": "check",
    "biao check --fo\tjs": "check --format=json",
    "biao emit --to=c": "emit --to=csv",
    "biao --lang en che": "--lang en check",
    "biao help em": "help emit",
    "biao schema f": "schema findings",
    "biao check on": "check one.biao",
    "biao emit -o other.": "emit -o other.txt",
    "biao explain parts-": "explain parts-do-not-sum",
    "biao explain B301 on": "explain B301 one.biao",
    "biao forms national.project_t": "forms national.project_targets@2015",
}


def run(*words, **options):
    ran = subprocess.run(words, capture_output=True, timeout=100,
                         env={**os.environ, "PATH": os.path.dirname(biao) + ":" + os.environ["PATH"],
                              "LC_ALL": "C.UTF-8"}, **options)
    assert ran.returncode == 0, (ran.returncode, ran.stdout.decode(), ran.stderr.decode())
    return ran.stdout.decode(), ran.stderr.decode()


def with_slash(word):
    return word + "/" if word + "/" in folders else word


def in_bash(line):
    """The words as bash cuts them; what it gives goes in place of the last."""
    cut = line
    for mark in ":=@":
        cut = cut.replace(mark, f" {mark} ")
    last = "" if line[-1] in " :=@" else cut.split()[-1]
    words = cut.split() + ([""] if line[-1] == " " else [])
    call = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _biao; ' \
           'printf "%s\\n" "${COMPREPLY[@]}"'
    out, err = run("bash", "-uc", call, "./script", *words)
    assert err == "", err
    kept = line[:len(line) - len(last)].split(" ")[-1]
    return [with_slash(kept + word) for word in out.split("\n") if word]


def in_fish(line):
    out, err = run("fish", "--no-config", "-c", "source script; complete -C $argv[1]", line)
    assert err == "", err
    return [word.split("\t")[0] for word in out.split("\n") if word]


folder = tempfile.mkdtemp()
try:
    os.chdir(folder)
    for name in files:
        open(name, "w").close()
    for name in folders:
        os.mkdir(name)
    with open("script", "w", encoding="utf-8") as file:
        file.write(script)
    run(shell, "-n", "script")
    if shell == "zsh":
        os.mkdir(".functions")
        shutil.move("script", ".functions/_biao")
        out, _ = run("zsh", "-f", here / "press_tab.zsh", *in_zsh)
        assert out.splitlines() == [f"got: {words}" for words in in_zsh.values()], out
    else:
        assert len(cases["biao explain B3:"]) > 3
        for line, expected in cases.items():
            found = in_bash(line) if shell == "bash" else in_fish(line)
            value = line.split(" ")[-1].partition("=")
            found = [word.removeprefix(value[0] + "=") if value[1] else word for word in found]
            assert sorted(found) == sorted(expected), f"{line!r}: {found}, not {expected}"
finally:
    os.chdir("/")
    shutil.rmtree(folder)
