#include "scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "parse/parse.h"

namespace biao::test {

using definitions::ElementId;
using expression::Cell;
using expression::RowId;
using syntax::Operator;

namespace {

constexpr const char* kForm = R"(
    金额单位 万元
    资金 预算 (budget) = 财政拨款 (appropriation) + 其他资金 (other), 角色 预算
    资金 追加 (supplement), 角色 预算.追加
    字段 年度 (year) : 年, 角色 年度
    字段 建立 (established) : 是否
    字段 说明文字 (remarks) : 文本
    指标 产出指标 (output) {
        数量指标 (quantity) : 计数 | 面积
        质量指标 (quality) : 比率
        成本指标 (cost) : 金额 | 单价
        生态指标 (ecology) : 任意
        列 实际值 (actual) , 角色 实际
        列 分值 (weight) : 得分, 角色 权重
        列 依据 (basis) : 文本
    }
    指标 长期指标 (longterm) { 长期数量 (longterm_quantity) : 计数 }
    表 任务 (tasks), 自由行 {
        列 总额 (total) : 金额
        列 财政 (public) : 金额
        列 说明 (note) : 文本
        列 季节 (season) : 文本
    }
    表 收支 (balance) { 列 本年 (current) : 金额; 列 上年 (previous) : 金额
        行 收入 (income); 行 支出 (spending) }
)";

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<Quantity> quantityOf(const UnitTable& units, std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto number = Number::parse(text.substr(0, digits));
    if (!number) return std::nullopt;
    if (digits == text.size()) return Quantity{*number, nullptr};
    const ReadResult unit = units.read(text.substr(digits));
    if (!std::holds_alternative<UnitRef>(unit)) return std::nullopt;
    return Quantity{*number, std::get<UnitRef>(unit)};
}

Operator takeOperator(std::string_view& text) {
    for (const Operator op :
         {Operator::ge, Operator::le, Operator::gt, Operator::lt, Operator::eq}) {
        const std::string mark = syntax::spelling(op).zh;
        if (!text.starts_with(mark)) continue;
        text.remove_prefix(mark.size());
        return op;
    }
    return Operator::none;
}

Op opOf(Operator op) {
    switch (op) {
        case Operator::ge:
            return Op::ge;
        case Operator::le:
            return Op::le;
        case Operator::gt:
            return Op::gt;
        case Operator::lt:
            return Op::lt;
        default:
            return Op::eq;
    }
}

}  // namespace

Rows& Rows::add(std::string_view element, std::string name, std::string target,
                std::vector<std::pair<std::string, std::string>> columns) {
    Row row;
    row.element = form_.find(element);
    EXPECT_TRUE(row.element) << element;
    row.name = std::move(name);
    row.cells.emplace_back(ElementId{}, std::move(target));
    for (auto& [column, text] : columns) {
        const ElementId id = form_.column(row.element, column);
        EXPECT_TRUE(id) << column;
        row.cells.emplace_back(id, std::move(text));
    }
    rows_.push_back(std::move(row));
    return *this;
}

Rows& Rows::total() {
    rows_.back().total = true;
    return *this;
}

std::vector<RowId> Rows::rows(ElementId element) const {
    std::vector<RowId> found;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        ElementId at = rows_[i].element;
        while (at && at != element)
            at = form_[at].parent;
        const bool inTree = !expression::categoriesAt(form_, rows_[i].element).empty();
        if (at && (element.value != 0 || inTree)) found.push_back({i});
    }
    return found;
}

ElementId Rows::element(RowId row) const {
    return rows_[row.value].element;
}

std::string_view Rows::name(RowId row) const {
    return rows_[row.value].name;
}

Span Rows::span(RowId row) const {
    const std::uint32_t begin = 100 * (row.value + 1);
    return {FileId{99}, begin, begin + 10};
}

bool Rows::isTotal(RowId row) const {
    return rows_[row.value].total;
}

const definitions::Promise& Rows::promise(RowId row) const {
    promise_ = form_.names.of(name(row), units_);
    return promise_;
}

std::vector<ElementId> Rows::categoryPath(RowId row) const {
    return expression::categoriesAt(form_, element(row));
}

Cell Rows::cell(RowId row, ElementId column) const {
    Cell cell;
    cell.span = span(row);
    const auto& cells = rows_[row.value].cells;
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        if (cells[i].first != column || cells[i].second.empty()) continue;
        std::string_view text = cells[i].second;
        cell.span.begin += 10 * (i + 1);
        cell.span.end += 10 * (i + 1);
        cell.op = takeOperator(text);
        cell.raw = text;
        if (text == "?") {
            cell.amount = Amount::asked(cell.span);
        } else if (text == "!") {
            cell.amount = Amount::unknown(cell.span);
        } else if (text == "/") {
            cell.amount = Amount::notApplicable();
        } else if (text == "是" || text == "否") {
            cell.what = text == "是" ? Cell::What::yes : Cell::What::no;
        } else if (const auto quantity = quantityOf(units_, text)) {
            cell.amount = *quantity;
            cell.bounds = Bounds::of(opOf(cell.op), *quantity);
        } else {
            cell.what = Cell::What::text;
        }
    }
    return cell;
}

void Scene::read(std::string path, std::string text) {
    const FileId id = sources_.add(Source(std::move(path), std::move(text)));
    files_.push_back(
        std::make_unique<syntax::File>(parse::parse(sources_[id], id, Limits(), faults_)));
}

Scene::Scene(Plain, std::string_view text) : library_(Limits()) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(BIAO_SOURCE_DIR "/stdlib/units")) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths)
        read(path.string(), contentOf(path));
    read("test.biao", std::string(text));
    std::vector<const syntax::File*> files;
    for (const auto& file : files_)
        files.push_back(file.get());
    library_.add(files, faults_);
    for (const Finding& one : faults_.list()) {
        if (one.span.file != file().id)
            ADD_FAILURE() << one.code << one.message.zh << one.message.en << one.span.begin;
    }
}

Scene::Scene(std::string_view body, std::string_view changes)
    : Scene(Plain(), "表单 测.表@2030 {" + std::string(kForm) + std::string(changes) +
                         "\n规则 B3:甲 (the_rule) 强制 {\n" + std::string(body) + "\n}\n}\n") {
    form_ = library_.form({"测.表", "2030"}, faults_);
    for (const Finding& one : faults_.list())
        ADD_FAILURE() << one.code << " " << one.message.zh << " at " << at(one.span);
    if (!form_ || form_->rules.empty()) {
        ADD_FAILURE() << "no form or no rule";
        return;
    }
    rule_ = expression::compile(form_->rules.front(), *form_, library_, faults_);
}

std::string Scene::at(Span span) const {
    return std::string(sources_[span.file].slice(span));
}

std::vector<std::string> Scene::faults(Language language) const {
    std::vector<std::string> all;
    for (const Finding& one : faults_.list())
        all.push_back(at(one.span) + " | " + one.code + " | " + one.message.in(language));
    return all;
}

std::vector<Finding> Scene::run(const Rows& rows) const {
    Findings findings;
    if (!rule_) {
        for (const std::string& fault : faults())
            ADD_FAILURE() << fault;
        return {};
    }
    expression::run(*rule_, rows, library_, findings);
    return findings.list();
}

std::vector<std::string> Scene::said(const Rows& rows, Language language) const {
    std::vector<std::string> all;
    for (const Finding& one : run(rows))
        all.push_back(one.message.in(language));
    return all;
}

}  // namespace biao::test
