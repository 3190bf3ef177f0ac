"""headers_test.py INCLUDE COMPILER: every header of the library can be included by itself, and takes
no library but that of C++."""

import concurrent.futures
import pathlib
import subprocess
import sys

include, compiler = pathlib.Path(sys.argv[1]), sys.argv[2]
headers = sorted(str(path.relative_to(include)) for path in include.rglob("*.h"))
assert "biao/biao.h" in headers and len(headers) > 20, headers


def compiled(header, *flags):
    ran = subprocess.run([compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-I", include, *flags,
                          "-x", "c++", "-"], input=f"#include <{header}>\n".encode(),
                         capture_output=True, timeout=100)
    assert ran.returncode == 0, f"{header}: {ran.stderr.decode()}"
    return ran.stdout.decode()


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    list(pool.map(lambda header: compiled(header, "-fsyntax-only"), headers))

# Below the folders of the system, only files of the C library stand beside those of the compiler.
c_library = set(subprocess.run(["dpkg", "-L", "libc6-dev", "linux-libc-dev"], capture_output=True,
                               check=True).stdout.decode().split())
for path in compiled("biao/biao.h", "-M").replace("\\\n", " ").split()[1:]:
    if path.startswith("/usr/include/") and not path.startswith("/usr/include/c++/") and \
            "/c++/" not in path:
        assert path in c_library, path
