#include "workspace.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace biao::pipeline::test {

namespace fs = std::filesystem;

Workspace::Workspace() {
    std::string name = (fs::temp_directory_path() / "biao-pipeline-XXXXXX").native();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for the test");
    }
    root_ = fs::canonical(name);
}

Workspace::~Workspace() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
}

void Workspace::put(const std::string& path, std::string_view text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
}

void Workspace::copy(const fs::path& from, const std::string& path) const {
    fs::copy(from, root_ / path, fs::copy_options::recursive);
}

void Workspace::remove(const std::string& path) const {
    fs::remove_all(root_ / path);
}

Report Workspace::check(const std::vector<std::string>& paths, const std::string& stdlib) const {
    Request request;
    for (const auto& path : paths) {
        request.paths.push_back(*this / path);
    }
    if (!stdlib.empty()) {
        request.stdlib = *this / stdlib;
    }
    return pipeline::check(request);
}

Lines Workspace::said(const std::vector<std::string>& paths, const std::string& stdlib) const {
    const auto report = check(paths, stdlib);
    Lines lines;
    for (const auto& finding : report.findings) {
        std::string place;
        if (finding.span.file.value < report.sources.size()) {
            const auto& source = report.sources[finding.span.file];
            const auto [line, column] = source.position(finding.span.begin);
            place = fs::path(source.path()).lexically_normal().lexically_relative(root_).native() +
                    ":" + std::to_string(line) + ":" + std::to_string(column) + " ";
        }
        lines.push_back(place + finding.code);
    }
    return lines;
}

fs::path project(std::string_view path) {
    return fs::path(BIAO_SOURCE_DIR) / path;
}

std::string form(std::string_view more) {
    return "表单 甲.表@2031 {\n"
           "    适用 项目\n"
           "    金额单位 万元\n"
           "    字段 年度 (year) 必填 : 年, 角色 年度\n"
           "    资金 预算 (budget) = 拨款 (grant) + 其他 (other), 角色 预算\n"
           "    指标 产出 (output) { 数量 (quantity) : 数量 }\n" +
           std::string(more) + "}\n";
}

std::string submission(std::string_view before, std::string_view grant) {
    return std::string(before) +
           "使用 甲.表@2031\n项目 \"一\" {\n    年度 2031\n    预算 9万元 = 拨款 " +
           std::string(grant) + "万元 + 其他 1万元\n}\n";
}

}  // namespace biao::pipeline::test
