"""packages_test.py BUILD SCRATCH: the .deb and .tar.gz hold what they should, and the program in
them runs where nothing but the C and C++ runtimes is installed."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

build, scratch = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
root = pathlib.Path(__file__).parent.parent.parent
runtimes = {"libc6", "libstdc++6", "libgcc-s1"}


def done(*words, **options):
    ran = subprocess.run([str(word) for word in words], capture_output=True, timeout=250, **options)
    assert ran.returncode == 0, f"{words}: {ran.returncode}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout.decode()


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


# In the C locale, where the Chinese names of files are nothing but bytes to most programs. The
# compression is the quick one.
shutil.rmtree(scratch, ignore_errors=True)
scratch.mkdir(parents=True)
done("cpack", "-G", "TGZ;DEB", "--config", build / "CPackConfig.cmake", "-B", scratch / "made",
     "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip", env={**os.environ, "LC_ALL": "C"})
version = done(build / "bin/biao", "--version").split()[1]
architecture = done("dpkg", "--print-architecture").strip()
program = scratch / f"made/biao_{version}_{architecture}.deb"
library = scratch / f"made/libbiao-dev_{version}_{architecture}.deb"
[archive] = (scratch / "made").glob("*.tar.gz")
assert archive.name.startswith(f"biao-{version}-Linux-"), archive

# What is in them: what stands here, and every file of the folders that go along.
listed = [line.strip() for line in open(root / "tests/install/installed.txt", encoding="utf-8")]
wanted = {"program": set(), "dev": set()}
component = "program"
for line in listed:
    if line in ("[program]", "[dev]"):
        component = line[1:-1]
    elif " <- " in line:
        target, source = line.split(" <- ")
        source = build / source[6:] if source.startswith("build:") else root / source
        wanted[component] |= {f"{target}/{name}" for name in files(source)}
    elif line:
        wanted[component].add(line)
for package, component in ((program, "program"), (library, "dev")):
    unpacked = scratch / component
    done("dpkg-deb", "-x", package, unpacked)
    assert files(unpacked / "usr") == wanted[component], \
        f"{package.name}: {files(unpacked / 'usr') ^ wanted[component]}"
    assert files(unpacked) == {"usr/" + name for name in wanted[component]}
done("tar", "-xzf", archive, "-C", scratch)
unpacked = scratch / archive.name.removesuffix(".tar.gz")
assert files(unpacked) == wanted["program"] | wanted["dev"]

# What they need.
depends = done("dpkg-deb", "-f", program, "Depends")
assert set(re.sub(r"\([^)]*\)", "", depends).replace(" ", "").strip().split(",")) <= runtimes, depends
for field in ("Package", "Version", "Section", "Maintainer", "Description", "Installed-Size"):
    assert done("dpkg-deb", "-f", program, field).strip(), field
for package in done("dpkg-deb", "-f", library, "Depends").split(","):
    assert "antlr4_static" not in package and done("dpkg", "-s", package.strip())
allowed = re.compile(r"lib(c|m|stdc\+\+|gcc_s)\.so\.\d+|ld-linux.*")
for binary in (scratch / "program/usr/bin/biao", unpacked / "bin/biao"):
    needed = re.findall(r"NEEDED.*\[(.*)\]", done("readelf", "-d", binary))
    assert "libc.so.6" in needed and all(map(allowed.fullmatch, needed)), needed
    assert ".symtab" not in done("readelf", "-SW", binary), "not stripped"

# A system with those three packages and nothing else.
bare = scratch / "bare"
shutil.copytree(scratch / "program", bare)
shutil.copytree(unpacked, bare / "opt/biao")
for package in runtimes:
    for name in done("dpkg", "-L", package).split():
        if re.search(r"/lib[^/]*/.*\.so[.0-9]*$|/ld-linux[^/]*$", name) and "/gconv/" not in name \
                and os.path.isfile(name):
            target = bare / name.removeprefix("/usr").lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(name, target)
loader = next(path for place in ("lib*", "lib/*") for path in bare.glob(place + "/ld-linux*"))
libraries = ":".join(sorted({str(path.parent) for path in bare.glob("lib/**/libc.so.6")} |
                            {str(path.parent) for path in bare.glob("lib/**/libstdc++.so.6")}))
# A root of its own where that is allowed; else the same libraries, by name.
rooted = subprocess.run(["chroot", "/", "true"], capture_output=True).returncode == 0


def there(binary, *words):
    if rooted:
        command = ["chroot", bare, "/" + binary, *words]
    else:
        words = [bare / word.lstrip("/") if word.startswith("/") else word for word in words]
        command = [loader, "--inhibit-cache", "--library-path", libraries, bare / binary, *words]
    ran = subprocess.run([str(word) for word in command], capture_output=True, timeout=60,
                         env={"PATH": os.environ["PATH"]})
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


for binary, share in (("usr/bin/biao", "/usr/share"), ("opt/biao/bin/biao", "/opt/biao/share")):
    examples = share + "/biao/examples/pingluo-2023"
    assert there(binary, "check", examples + "/corrected")[0] == 0
    status, out, err = there(binary, "check", "--lang", "en", examples + "/as-submitted")
    assert status == 1 and "error[B101]" in out and err == "", (status, out, err)
    status, out, _ = there(binary, "check", "--stdlib", share + "/biao/stdlib", "--jobs", "4",
                           examples + "/corrected")
    assert status == 0, out
    assert there(binary, "fmt", "--check", examples)[0] == 0
    assert "parts-do-not-sum" in there(binary, "explain", "B301")[1]
print("in a root of its own" if rooted else "with copies of the libraries")
shutil.rmtree(scratch)
