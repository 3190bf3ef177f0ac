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

# Where a side is no text git can put nothing together: ours stays, and why is said.
git("checkout", "-q", "-B", "theirs", "main")
commit(submission(length="3"), "theirs")
git("checkout", "-q", "-B", "ours", "main")
(repository / name).write_bytes(b"\x00\xff" * 9)
git("commit", "-q", "-a", "-m", "no text")
has(git("merge", "theirs", "-m", "both", status=1), "CONFLICT", "不是文本")
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

# What git diff prints: by meaning, of files changed, new, gone, renamed.
git("checkout", "-q", "-B", "ours", "main")
commit(submission(), "as it was")
write(submission(length="3"))
said = git("diff")
has(said, f"diff --biao a/{name} b/{name}", "维修道路长度", "3公里")
lacks(said, "@@", "安装路灯数量")
has(git("diff", "--no-ext-diff"), "@@")
git("commit", "-q", "-a", "-m", "longer")
has(git("log", "-p", "-1", "--ext-diff"), f"diff --biao a/{name} b/{name}", "维修道路长度")
has(git("show", "--ext-diff", "HEAD"), "维修道路长度")
write(submission(length="3").replace("            // 县道不算\n", "            // 只算村道\n"))
has(git("diff"), "只有版式或注释不同", "+            // 只算村道")
write(submission(length="3") + "项目 \"坏\" {\n")
has(git("diff"), "按行显示", "+项目 \"坏\" {")
write("// 只有注释\n")
git("diff")
git("checkout", "-q", "--", name)
write(submission(year=2032), "新 的.biao")
git("add", "-A")
has(git("diff", "--cached"), "b/新 的.biao", "村道维修")
git("commit", "-q", "-m", "new")
git("mv", "--", "新 的.biao", "-a.biao")
write(submission(year=2032, lamps="50"), "-a.biao")
git("add", "-A")
has(git("diff", "--cached", "-M"), "diff --biao a/新 的.biao b/-a.biao", "安装路灯数量")
git("commit", "-q", "-m", "renamed")
git("rm", "-q", "--", "-a.biao")
has(git("diff", "--cached"), "村道维修")
git("commit", "-q", "-m", "gone")

# What is no text is not shown as if it were; a mode that changed is told; neither stops git.
(repository / name).write_bytes(b"\x00\xff\x01" * 9)
has(git("diff"), f"diff --biao a/{name} b/{name}", "不是文本")
git("checkout", "-q", "--", name)
os.chmod(repository / name, 0o755)
has(git("diff"), "old mode 100644", "new mode 100755")
lacks(git("diff"), "版式")
git("checkout", "-q", "--", name)
(repository / "坏.biao").write_bytes(b"\xff\xfe" * 9)
has(run(biao, "diff", "--lang", "en", name, ".", status=2), "not UTF-8")
(repository / "坏.biao").unlink()

# Revisions, read out of the repository: nothing is checked out.
said = run(biao, "diff", "HEAD~4", "HEAD~3", "--", name)
has(said, "维修道路长度")
run(biao, "diff", "--exit-code", "HEAD~4", "HEAD~3", "--", name, status=1)
run(biao, "diff", "--exit-code", "HEAD~3", "HEAD~3", "--", name)
write(submission(length="5"))
has(run(biao, "diff", "HEAD", "--", name), "维修道路长度", "5公里")
has(run(biao, "diff", "HEAD~3", "HEAD~1", "--"), "村道维修")
has(run(biao, "diff", "HEAD~1", "HEAD", "--lang", "en", "--", "./-a.biao"), "村道维修")
(repository / "下").mkdir()
has(run(biao, "diff", "HEAD", "--", "../" + name, where=repository / "下"), "维修道路长度")
git("checkout", "-q", "--", name)
has(run(biao, "diff", "nothing", "HEAD", "--lang", "en", "--", name, status=2), "`nothing` is no revision")
has(run(biao, "diff", "HEAD", "HEAD", "--lang", "en", "--", "没有.biao", status=2), "no such .biao files")
run(biao, "diff", "--upload-pack=x", "HEAD", "--", name, status=2)
has(run(biao, "diff", "--lang", "en", "--", name, status=2), "one or two revisions")
has(run(biao, "diff", "HEAD", "HEAD", "--lang", "en", "--", name, where=root, status=2), "no git repository")

# Forms that a submission uses are those of its revision.
(repository / "表").mkdir()
form = """表单 某县.小表@2031 {
    适用 项目
    字段 年度 (year) : 年, 角色 年度
    指标 产出 (output) { 数量 (count) : 数量 }
}
"""
used = """使用 "../表/小表.biao"

项目 "小", 按 某县.小表@2031 {
    年度 2031
    产出 { 数量 { "栽树" ≥3棵 } }
}
"""
(repository / "填").mkdir()
write(form, "表/小表.biao")
write(used, "填/小.biao")
git("add", "-A")
git("commit", "-q", "-m", "form")
write(form.replace("数量 (count)", "个数 (count)"), "表/小表.biao")
write(used.replace("数量 { ", "个数 { ").replace("≥3棵", "≥4棵"), "填/小.biao")
git("commit", "-q", "-a", "-m", "form, renamed")
said = run(biao, "diff", "HEAD~1", "HEAD", "--lang", "en", "--", "填")
has(said, "栽树")
lacks(said, "error[")

# In a bare repository there is nothing to check out; paths begin at its top.
bare = root / "裸.git"
run("git", "clone", "-q", "--bare", str(repository), str(bare), where=root)
has(run(biao, "diff", "HEAD~1", "HEAD", "--lang", "en", "--", "填", where=bare), "栽树")
has(run(biao, "diff", "HEAD~1", "HEAD", "--lang", "en", "--", "填/小.biao", where=bare), "栽树")
has(run(biao, "diff", "HEAD~1", "HEAD", "--lang", "en", "--", "没有.biao", where=bare, status=2),
    "no such .biao files")

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
