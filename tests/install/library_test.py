"""library_test.py BUILD SCRATCH COMPILER TYPE FLAGS: installed under a prefix of its own, the library
is found, built with and run."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

build, scratch, compiler, kind, flags = sys.argv[1:]
here = pathlib.Path(__file__).parent
root = here.parent.parent
scratch = pathlib.Path(scratch)
# Names of files are Chinese, whatever the locale; CMake takes no settings from the environment.
clean = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, timeout=250,
                          env=clean, **options)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def done(*words):
    status, out, err = run(*words)
    assert status == 0, f"{words}: {status}\n{out}\n{err}"
    return out


shutil.rmtree(scratch, ignore_errors=True)
prefix = scratch / "prefix with a blank"
done("cmake", "--install", build, "--prefix", prefix)
for name in ("bin/biao", "share/biao/stdlib/README.md", "share/biao/model.schema.json",
             "share/doc/biao/README.zh-CN.md", "share/man/zh_CN/man1/biao.1.gz"):
    assert (prefix / name).is_file(), name
version = done(prefix / "bin/biao", "--version").split()[1]

# A program of somebody else.
program = scratch / "build"
done("cmake", "-G", "Ninja", "-S", here / "consumer", "-B", program,
     f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}",
     f"-DCMAKE_BUILD_TYPE={kind}", f"-DCMAKE_CXX_FLAGS={flags} -Wall -Wextra -Werror")
done("cmake", "--build", program)

example = root / "examples/pingluo-2023/as-submitted/03-政府长聘人员经费.biao"
# A space that fmt takes out, after the last line with a finding.
text = example.read_text().rstrip("\n").removesuffix("}") + "   }\n"
status, out, err = run(program / "consumer", input=text.encode())
assert (status, err) == (1, ""), (status, err)
report, end = json.JSONDecoder().raw_decode(out)
_, expected, _ = run(prefix / "bin/biao", "check", "--lang", "en", "--format", "json", example)


def told(document):
    return [(one["code"], one["message"]) for one in document["findings"]]


assert told(report) == told(json.loads(expected)) and len(told(report)) == 7, report
assert out[end:].lstrip("\n") == example.read_text(), out[end:]
assert run(program / "consumer", input="使用 ".encode())[0] == 1

# Another version is not taken for this one.
major, minor, _ = version.split(".")
other = scratch / "other"
other.mkdir()
(other / "CMakeLists.txt").write_text(
    "cmake_minimum_required(VERSION 3.16)\nproject(other LANGUAGES CXX)\n"
    f"find_package(biao {major}.{int(minor) + 1} REQUIRED)\n")
status, _, err = run("cmake", "-G", "Ninja", "-S", other, "-B", other / "build",
                     f"-DCMAKE_PREFIX_PATH={prefix}")
assert status != 0 and version in err, err
