"""drivers_test.py BIAO: git with biao as its drivers, in repositories made for it. Without git it fails."""

import os
import pathlib
import subprocess
import sys
import tempfile

biao = os.path.abspath(sys.argv[1])
root = pathlib.Path(tempfile.mkdtemp(prefix="biao-git-"))
environment = {
    "PATH": os.environ["PATH"],
    "HOME": str(root),
    "LC_ALL": "C.UTF-8",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
}
repository = root / "库"
name = "村道维修.biao"


def run(*words, status=0, where=repository):
    """What it printed, both streams; fails where it ends otherwise."""
    done = subprocess.run(words, cwd=where, env=environment, text=True, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != status:
        sys.exit(f"{' '.join(words)}: {done.returncode}, not {status}\n{done.stdout}")
    return done.stdout


def git(*words, status=0):
    return run("git", *words, status=status)


def check(condition, *shown):
    if not condition:
        sys.exit("\n".join(str(one) for one in ("not as it should be:", *shown)))


def has(text, *wanted):
    for one in wanted:
        check(one in text, f"`{one}` is missing in:", text)


def lacks(text, *unwanted):
    for one in unwanted:
        check(one not in text, f"`{one}` stands in:", text)


def write(text, file=name):
    (repository / file).write_text(text, encoding="utf-8")


def read(file=name):
    return (repository / file).read_text(encoding="utf-8")


def submission(length="2", lamps="20", money="20万元 = 财政拨款 20万元 + 其他资金", more="", year=2031):
    return f"""使用 国家.项目支出绩效目标表@2015

项目 "村道维修" {{
    年度 {year}
    主管部门代码 "001"
    预算 {money}
    年度总体目标 "维修村道，方便沿线800名群众出行"
    产出指标 {{
        数量指标 {{
            // 县道不算
            "维修道路长度" ≥{length}公里
            "安装路灯数量" ≥{lamps}盏
{more}        }}
    }}
    效益指标 {{ 社会效益指标 {{ "受益人数" ≥800人 }} }}
}}
"""


def commit(text, message, file=name):
    write(text, file)
    git("add", "-A")
    git("commit", "-q", "-m", message)


# Outside a repository: said, and nothing done.
has(run(biao, "git", "install", "--lang", "en", status=2, where=root), "no git repository", "--global")
has(run(biao, "git", "install", status=2, where=root), "不是 git 仓库")

repository.mkdir()
git("init", "-q", "-b", "main")
has(run(biao, "git", "install", "--lang", "en"), "diff.biao.command", "merge.biao.driver",
    "*.biao diff=biao merge=biao", "core.quotepath")
again = run(biao, "git", "install", "--lang", "en")
has(again, "nothing to do")
check(git("config", "--local", "--get", "core.quotepath", status=1) == "")
git("config", "core.quotepath", "false")
lacks(run(biao, "git", "install", "--lang", "en"), "core.quotepath")
check("git/info/attributes" in again or (repository / ".git/info/attributes").exists())
check(git("status", "--porcelain") == "", "the working tree has changed")

commit(submission(), "one")


def branches(ours, theirs):
    """Both grow from main; ours is where we stand."""
    git("checkout", "-q", "-B", "theirs", "main")
    commit(theirs, "theirs")
    git("checkout", "-q", "-B", "ours", "main")
    commit(ours, "ours")


# Neighbouring rows changed on both sides, and a row added on each: git alone would give up.
branches(submission(length="3", more='            "护栏长度" ≥1公里\n'),
         submission(lamps="30", more='            "标志牌数量" ≥9块\n'))
said = git("merge", "theirs", "-m", "both")
lacks(said, "CONFLICT")
merged = read()
has(merged, "≥3公里", "≥30盏", "护栏长度", "标志牌数量", "// 县道不算")
check(merged.index("护栏长度") < merged.index("标志牌数量"), merged)
run(biao, "check", name)

# One row changed on both sides: that row alone is in conflict.
branches(submission(length="3", lamps="20"), submission(length="4", lamps="30"))
said = git("merge", "theirs", "-m", "both", status=1)
has(said, "CONFLICT")
merged = read()
has(merged, "<<<<<<< ours\n            \"维修道路长度\" ≥3公里\n=======\n"
    "            \"维修道路长度\" ≥4公里\n>>>>>>> theirs\n            \"安装路灯数量\" ≥30盏\n")
check(merged.count("<<<<<<<") == 1, merged)
git("merge", "--abort")

# Taken out here, changed there.
branches(submission().replace('            "安装路灯数量" ≥20盏\n', ""), submission(lamps="30"))
git("merge", "theirs", "-m", "both", status=1)
has(read(), "<<<<<<< ours\n=======\n            \"安装路灯数量\" ≥30盏\n>>>>>>> theirs\n")
git("merge", "--abort")

# Both parts merge, and the whole no longer holds: written, and said.
costs = submission().replace("    产出指标 {\n", """    产出指标 {
        成本指标 {
            "人工" ≤9万元
            "材料" ≤9万元
        }
""")
git("checkout", "-q", "main")
commit(costs, "costs")
branches(costs.replace('"人工" ≤9万元', '"人工" ≤11万元'), costs.replace('"材料" ≤9万元', '"材料" ≤11万元'))
said = git("merge", "theirs", "-m", "both")
has(said, "合并好了", "B3:国家.成本不超预算")
has(read(), '"人工" ≤11万元', '"材料" ≤11万元')
git("checkout", "-q", "main")

# A side that cannot be read is merged by lines, as git does by itself.
branches(costs.replace("年度 2031", "年度 2032"), costs + "项目 \"坏\" {\n")
said = git("merge", "theirs", "-m", "both")
has(said, "按行合并")
has(read(), "年度 2032", "项目 \"坏\" {")
git("checkout", "-q", "main")

# Undone, and undone again.
has(run(biao, "git", "install", "--uninstall", "--lang", "en"), "diff.biao", "has lost a line")
has(run(biao, "git", "install", "--uninstall", "--lang", "en"), "nothing to undo")
check("biao" not in (repository / ".git/config").read_text(), "config")

# For all repositories of a user.
run(biao, "git", "install", "--global", where=root)
has((root / ".config/git/attributes").read_text(), "*.biao diff=biao merge=biao")
has((root / ".gitconfig").read_text(), "git merge -- %O %A %B %L %P", "git diff --")
run(biao, "git", "install", "--global", "--uninstall", where=root)
check(not (root / ".config/git/attributes").exists(), "attributes")

# What git would never call.
has(run(biao, "git", "merge", "--lang", "en", status=2), "%O %A %B %L %P")
has(run(biao, "git", "merge", "--", "a", "b", "c", "0", "d", status=2), "%O")
has(run(biao, "git", "instal", "--lang", "en", status=2), "did you mean `install`")
has(run("env", "PATH=/nowhere", biao, "git", "install", "--lang", "en", status=2), "no program git")
