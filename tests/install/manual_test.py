"""manual_test.py BIAO FOLDER: the manual pages are such as man takes without a warning, and say
everything that the help says."""

import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys

biao, folder = sys.argv[1], pathlib.Path(sys.argv[2])
if not shutil.which("man"):
    print("skipped: there is no man")
    sys.exit()


def said(*words):
    return subprocess.run(words, capture_output=True, timeout=60, check=True).stdout.decode()


def squeezed(text):
    """Without what depends on how wide the page is."""
    return re.sub(r"\s+|-$", "", text.replace("‐", "-").replace("−", "-"))


for language, heading in (("en", "EXIT STATUS"), ("zh", "退出码")):
    page = folder / language / "biao.1.gz"
    assert page.read_bytes()[4:8] == bytes(4), "the same bytes at any time"
    assert b"biao \\- " in gzip.decompress(page.read_bytes())
    ran = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-P", "cat", "-l", page],
                         capture_output=True, timeout=60,
                         env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80",
                              "MANROFFSEQ": ""})
    assert (ran.returncode, ran.stderr) == (0, b""), ran.stderr.decode()
    text = re.sub(r".\x08|\x1b\[[0-9;]*m", "", ran.stdout.decode())
    assert heading in text, text
    assert max(map(len, text.splitlines())) <= 80
    text = squeezed(text)
    commands = re.findall(r"^  biao (\w+) ", said(biao, "help", "--lang", language), re.M)
    assert len(commands) > 6, commands
    for command in commands:
        if command == "help":
            continue
        for line in said(biao, "help", command, "--lang", language).splitlines():
            assert squeezed(line) in text, f"{language}: {line}"
