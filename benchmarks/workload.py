#!/usr/bin/env python3
"""Writes one workload of performance targets in Biao and in the languages of its peers.

    workload.py [--projects 1000] [--indicators 20] [--faults | --storm | --later] [--split] --out FOLDER

A project has 4 sources of money, a plan of 12 months and --indicators indicators. Amounts are exact
to 0.01万元; the same seed gives the same bytes everywhere. What every encoding states, as far as its
language can:

    R1 what is required is there        R2 units are among those allowed
    R3 sources add up to the total      R4 months add up to the total
    R5 weights add up to 100            R6 codes have their shape

--faults puts five known faults in: F1 (R2) a misspelt unit, F2 (R3) a source off by 0.01, F3 (R1) a
unit left out, F4 (R5) a weight off by 1, F5 (R4) a month off by 0.01. --storm misspells the unit of
every indicator. --later is the year after: one row in ten has another value, one in fifty is called
something else, one in a hundred is gone. --split also writes one Biao file a project, under files/.
"""
import argparse
import csv
import json
import pathlib
import random

UNITS = ["%", "万元", "元", "人", "人次", "个", "公里", "天", "元/人/月", "平方米", "次", "分"]
TREE = {
    "产出指标": ["数量指标", "质量指标", "时效指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标"],
    "满意度指标": ["服务对象满意度指标"],
    "成本指标": ["经济成本指标", "社会成本指标"],
}
# 分 may be a mark, money or minutes: Biao asks which.
IN_BIAO = {"分": "得分"}
STEMS = ["完成率", "覆盖率", "合格率", "及时率", "发放人数", "建设里程", "培训人次", "补助标准",
         "群众满意度", "控制成本"]
OPERATORS = {">=": "≥", "<=": "≤", "=": "=", ">": ">", "<": "<"}
SOURCES = ["中央财政", "省级财政", "市县财政", "其他资金"]
MONTHS = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月",
          "十二月"]


def cut(random_source, total, count, begin):
    """`total` in `count` parts."""
    cuts = [0, *sorted(random_source.sample(range(begin, total), count - 1)), total]
    return [b - a for a, b in zip(cuts, cuts[1:])]


def projects(count, indicators, seed=2024):
    """Amounts in 0.01万元, values in tenths."""
    source = random.Random(seed)
    out = []
    for number in range(1, count + 1):
        total = source.randrange(100_000, 90_000_000)
        sources = cut(source, total, 4, 1)
        plan = cut(source, total, 12, 0)
        weight = 100 // indicators
        rows = []
        for at in range(1, indicators + 1):
            level1 = source.choice(list(TREE))
            rows.append({
                "code": f"P{number:04d}-{at:02d}",
                "level1": level1,
                "level2": source.choice(TREE[level1]),
                "name": source.choice(STEMS) + str(at),
                "op": source.choice(list(OPERATORS)),
                "value": source.randrange(1, 100_000),
                "unit": source.choice(UNITS),
                "weight": weight + (100 - weight * indicators if at == 1 else 0),
            })
        out.append({"code": f"P{number:04d}", "name": f"项目{number:04d}绩效目标", "year": 2024,
                    "total": total, "sources": sources, "plan": plan, "indicators": rows})
    return out


def put_faults_in(all_projects):
    def project(number):
        return all_projects[min(number, len(all_projects)) - 1]
    project(101)["indicators"][0]["unit"] = "萬元"
    project(301)["sources"][1] += 1
    del project(501)["indicators"][2]["unit"]
    project(701)["indicators"][4]["weight"] -= 1
    project(901)["plan"][6] += 1


def amount(hundredths):
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def value(tenths):
    return f"{tenths // 10}.{tenths % 10}"


def biao_unit(row):
    unit = row.get("unit", "")
    return IN_BIAO.get(unit, unit)


def biao_project(project):
    lines = [f'项目 "{project["name"]}" {{', f'    项目代码 "{project["code"]}"',
             f'    年度 {project["year"]}']
    sources = " + ".join(f"{name} {amount(part)}万元"
                         for name, part in zip(SOURCES, project["sources"]))
    lines += [f'    预算 {amount(project["total"])}万元 = {sources}', "    用款计划 {"]
    lines += [f"        {name} {amount(part)}万元" for name, part in zip(MONTHS, project["plan"])]
    lines += [f'        全年 {amount(project["total"])}万元', "    }"]
    for level1, below in TREE.items():
        rows = [row for row in project["indicators"] if row["level1"] == level1]
        if not rows:
            continue
        lines.append(f"    {level1} {{")
        for level2 in below:
            rows_here = [row for row in rows if row["level2"] == level2]
            if not rows_here:
                continue
            lines.append(f"        {level2} {{")
            for row in rows_here:
                lines.append(f'            "{row["name"]}" {OPERATORS[row["op"]]}'
                             f'{value(row["value"])}{biao_unit(row)}, '
                             f'代码 "{row["code"]}", 权重 {row["weight"]}分')
            lines.append("        }")
        lines.append("    }")
    lines.append("}\n")
    return "\n".join(lines)


def biao_form():
    categories = []
    for level1, below in TREE.items():
        categories.append(f"    指标 {level1} {{")
        for level2 in below:
            categories.append(f"        {level2} : 比率 | 金额 | 单价 | 计数 | 长度 | 面积 | 天数 | 得分")
        categories.append("    }")
    return "\n".join([
        "// 基准的表单：各语言都说的六条规则。",
        "表单 基准.项目绩效表@2024 (benchmark.project_targets) {",
        "    适用 项目",
        "    金额单位 万元",
        "    字段 项目代码 (project_code) 必填 : 文本, 角色 主体代码",
        "    字段 年度 (year) 必填 : 年, 角色 年度",
        f"    资金 预算 (budget) 必填 = {' + '.join(SOURCES)}, 角色 预算, 非负",
        "    表 用款计划 (plan) 必填, 非负 {",
        "        列 计划数 (planned) : 金额",
        *[f"        行 {month} 必填" for month in MONTHS],
        f"        行 全年 必填 = {' + '.join(MONTHS)}",
        "    }",
        *categories,
        "    列 代码 (code) 必填 : 文本",
        "    列 权重 (weight) 必填 : 得分, 角色 权重",
        "    规则 B3:计划等于预算 (plan_meets_budget) 强制 {",
        "        用款计划.全年.计划数 = @预算",
        "        位置 用款计划.全年.计划数",
        '        否则 zh "全年计划 {用款计划.全年.计划数} 与预算 {@预算} 不相等" '
        'en "the plan of {用款计划.全年.计划数} is not the budget of {@预算}"',
        "    }",
        "    规则 B3:权重合计一百 (weights_sum_to_hundred) 强制 {",
        "        合计(行.权重) = 100分",
        '        否则 zh "权重合计 {合计(行.权重)}，应为100分" en "weights sum to {合计(行.权重)}, not 100"',
        "    }",
        "    规则 B1:项目代码的样子 (project_code_shape) 强制 {",
        '        项目代码 匹配 "P*" 且 字数(项目代码) ≥ 5 且 字数(项目代码) ≤ 6',
        "        位置 项目代码",
        '        否则 zh "项目代码不像 P0001" en "the project\'s code is not like P0001"',
        "    }",
        "    规则 B1:指标代码的样子 (indicator_code_shape) 强制 {",
        "        对 r 于 行",
        '        r.代码 匹配 "P*-*" 且 字数(r.代码) ≥ 8 且 字数(r.代码) ≤ 9',
        "        位置 r.代码",
        '        否则 zh "指标代码不像 P0001-01" en "the indicator\'s code is not like P0001-01"',
        "    }",
        "}\n"])


HEAD = '使用 "form.biao"\n使用 基准.项目绩效表@2024\n\n'


def write_biao(all_projects, out, split):
    (out / "form.biao").write_text(biao_form())
    with open(out / "targets.biao", "w") as file:
        file.write(HEAD)
        for project in all_projects:
            file.write(biao_project(project) + "\n")
    if split:
        folder = out / "files"
        folder.mkdir(exist_ok=True)
        (folder / "form.biao").write_text(biao_form())
        for project in all_projects:
            (folder / f'{project["code"]}.biao').write_text(HEAD + biao_project(project))


def write_json(all_projects, out):
    data = [{
        "code": project["code"], "name": project["name"], "year": project["year"],
        "total": project["total"] / 100, "totalFen": project["total"],
        "sources": [{"name": name, "amount": part / 100, "fen": part}
                    for name, part in zip(SOURCES, project["sources"])],
        "plan": [{"month": month, "amount": part / 100, "fen": part}
                 for month, part in enumerate(project["plan"], 1)],
        "indicators": [{**row, "value": row["value"] / 10} for row in project["indicators"]],
    } for project in all_projects]
    with open(out / "targets.json", "w") as file:
        json.dump({"projects": data}, file, ensure_ascii=False)


def strict(properties, optional=()):
    return {"type": "object", "additionalProperties": False, "properties": properties,
            "required": [name for name in properties if name not in optional]}


def write_schema(out):
    text = {"type": "string", "minLength": 1}
    money = {"amount": {"type": "number", "minimum": 0}, "fen": {"type": "integer"}}
    indicator = strict({
        "code": {"type": "string", "pattern": "^P[0-9]{4,5}-[0-9]{2}$"},
        "level1": {"enum": list(TREE)},
        "level2": {"enum": sorted({name for below in TREE.values() for name in below})},
        "name": text, "op": {"enum": list(OPERATORS)}, "value": {"type": "number"},
        "unit": {"enum": UNITS}, "weight": {"type": "number", "minimum": 0, "maximum": 100}})
    month = strict({"month": {"type": "integer", "minimum": 1, "maximum": 12}, **money})
    project = strict({
        "code": {"type": "string", "pattern": "^P[0-9]{4,5}$"}, "name": text,
        "year": {"type": "integer", "minimum": 2000, "maximum": 2100},
        "total": {"type": "number", "minimum": 0}, "totalFen": {"type": "integer", "minimum": 0},
        "sources": {"type": "array", "minItems": 1,
                    "items": strict({"name": {"enum": SOURCES}, **money})},
        "plan": {"type": "array", "minItems": 12, "maxItems": 12, "items": month},
        "indicators": {"type": "array", "minItems": 3, "items": indicator}})
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
              "required": ["projects"],
              "properties": {"projects": {"type": "array", "items": project}}}
    with open(out / "schema.json", "w") as file:
        json.dump(schema, file, ensure_ascii=False, indent=1)


def make_later(all_projects):
    source = random.Random(2025)
    for project in all_projects:
        kept = []
        for row in project["indicators"]:
            if source.random() < 0.1:
                row["value"] += source.randrange(1, 50)
            if source.random() < 0.02:
                row["name"] = "全年" + row["name"]
            if source.random() >= 0.01:
                kept.append(row)
        project["indicators"] = kept


def write_csv(all_projects, out):
    """The rows alone, for tools that compare tables."""
    with open(out / "targets.csv", "w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["project", "level1", "level2", "name", "op", "value", "unit", "weight"])
        for project in all_projects:
            for row in project["indicators"]:
                lines.writerow([project["code"], row["level1"], row["level2"], row["name"], row["op"],
                                value(row["value"]), row.get("unit", ""), row["weight"]])


def write_ledger(all_projects, out):
    """A unit is a commodity; R3 and R4 are a transaction's own balance, R5 an assertion."""
    commodity = {unit: "U" + chr(ord("A") + at) for at, unit in enumerate(UNITS)}
    lines = []
    for code in [*commodity.values(), "WY", "PT"]:
        lines += [f"commodity {code}", f"    format 1000.00 {code}"]
    lines += ["tag level1", "tag level2"]
    lines += [f"account Source:S{at}" for at in range(4)]
    lines += ["account Pool:Weight", "account Pool:Target"]
    for project in all_projects:
        lines += [f'account {kind}:{project["code"]}'
                  for kind in ("Budget", "Plan", "Weight", "Target")]
    for project in all_projects:
        code, total = project["code"], amount(project["total"])
        lines += [f'\n2024-01-01 {project["name"]} budget']
        lines += [f"    Source:S{at}  -{amount(part)} WY"
                  for at, part in enumerate(project["sources"])]
        lines += [f"    Budget:{code}  {total} WY"]
        for month, part in enumerate(project["plan"], 1):
            lines += [f"\n2024-{month:02d}-01 {code} plan", f"    Budget:{code}  -{amount(part)} WY",
                      f"    Plan:{code}  {amount(part)} WY"]
        lines += [f"\n2024-12-31 {code} plan total", f"    Budget:{code}  0.00 WY = 0.00 WY",
                  f"    Plan:{code}  0.00 WY = {total} WY"]
        for row in project["indicators"]:
            unit = commodity.get(row.get("unit", ""), "UXX" if "unit" in row else "")
            lines += [f'\n2024-12-31 {row["code"]} {row["name"]} {row["op"]}',
                      f'    ; level1: {row["level1"]}, level2: {row["level2"]}',
                      f'    Weight:{code}  {row["weight"]} PT',
                      f'    Pool:Weight  -{row["weight"]} PT',
                      f'    Target:{code}  {value(row["value"])} {unit}',
                      f'    Pool:Target  -{value(row["value"])} {unit}']
        lines += [f"\n2024-12-31 {code} weight total", f"    Weight:{code}  0 PT = 100 PT",
                  "    Pool:Weight  0 PT"]
    (out / "targets.journal").write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--indicators", type=int, default=20)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--storm", action="store_true")
    parser.add_argument("--later", action="store_true")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    all_projects = projects(options.projects, options.indicators)
    if options.faults:
        put_faults_in(all_projects)
    if options.storm:
        for project in all_projects:
            for row in project["indicators"]:
                row["unit"] = "萬元"
    if options.later:
        make_later(all_projects)
    write_biao(all_projects, options.out, options.split)
    write_csv(all_projects, options.out)
    write_json(all_projects, options.out)
    write_schema(options.out)
    write_ledger(all_projects, options.out)


main()
