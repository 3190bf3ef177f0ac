#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "report/report.h"
#include "report/xml.h"

namespace biao::report {

namespace {

/// A case, and what was found in it.
struct Case {
    std::string name;
    std::uint32_t line = 0;  // 0: none
    Span span = {};          // of a submission
    std::vector<Finding> failures = {};
    std::vector<Finding> others = {};
    std::string error = {};    // it could not be looked at
    std::string skipped = {};  // nor this, for a reason
};

struct Suite {
    std::string name;
    bool isFile = true;
    std::vector<Case> cases;
};

std::string attribute(std::string_view name, std::string_view value) {
    return fmt::format(" {}=\"{}\"", name, xmlEscaped(harmless(value)));
}

/// The counts of a suite or of all of them.
struct Count {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;

    void add(const Suite& suite) {
        for (const Case& one : suite.cases) {
            ++tests;
            failures += one.failures.empty() ? 0 : 1;
            errors += one.error.empty() ? 0 : 1;
            skipped += one.skipped.empty() ? 0 : 1;
        }
    }
    std::string attributes() const {
        return fmt::format(R"( tests="{}" failures="{}" errors="{}" skipped="{}")", tests, failures,
                           errors, skipped);
    }
};

/// Files by path, each with its submissions as cases; what belongs to none of these is a case of
/// the file itself.
class Suites {
public:
    Suites(const pipeline::Report& report, Severity deny, Language language)
        : report_(report), deny_(deny), language_(language) {}

    std::vector<Suite> all() {
        for (const pipeline::Checked& file : report_.checked) {
            Suite& suite = suiteOf(pathOf(file.file));
            for (const auto& [name, span] : file.submissions) {
                const auto line = report_.sources[file.file].position(span.begin).line;
                suite.cases.push_back({name.empty() ? suite.name : name, line, span});
            }
            if (file.submissions.empty()) itself(suite);
        }
        for (const Finding& finding : report_.findings) {
            if (!finding.baseline) put(finding);
        }
        for (const pipeline::Trouble& trouble : report_.trouble)
            itself(suiteOf(trouble.path)).error += trouble.what.in(language_) + "\n";
        std::vector<Suite> out;
        for (auto& [path, suite] : suites_)
            out.push_back(std::move(suite));
        addSets(out);
        return out;
    }

private:
    std::string pathOf(FileId file) const {
        return file.value < report_.sources.size() ? report_.sources[file].path() : "";
    }

    Suite& suiteOf(const std::string& path) {
        const std::string name = path.empty() ? "biao" : plainPath(path);
        Suite& suite = suites_[name];
        suite.name = name;
        suite.isFile = !path.empty();
        return suite;
    }

    /// The case of the file as such, the first.
    static Case& itself(Suite& suite) {
        if (suite.cases.empty() || suite.cases.front().span.file != FileId())
            suite.cases.insert(suite.cases.begin(), Case{suite.name});
        return suite.cases.front();
    }

    void put(const Finding& finding) {
        Suite& suite = suiteOf(pathOf(finding.span.file));
        // The last that begins before it; submissions stand one after the other.
        const auto after =
            std::upper_bound(suite.cases.begin(), suite.cases.end(), finding.span.begin,
                             [](std::uint32_t at, const Case& one) {
                                 return one.span.file != FileId() && at < one.span.begin;
                             });
        const bool inside = after != suite.cases.begin() &&
                            std::prev(after)->span.file == finding.span.file &&
                            finding.span.begin <= std::prev(after)->span.end;
        Case& one = inside ? *std::prev(after) : itself(suite);
        const bool fails = finding.counts() && finding.severity <= deny_;
        (fails ? one.failures : one.others).push_back(finding);
    }

    /// Rules over sets that were not evaluated: a case each, skipped.
    void addSets(std::vector<Suite>& out) const {
        std::map<std::string, std::set<std::string>> rules;  // by set
        for (const NotEvaluated& one : report_.summary.notEvaluated)
            rules[one.set].insert(one.code);
        for (const auto& [set, codes] : rules) {
            const auto why = phrase(set.empty() ? Phrase::setNotDeclared : Phrase::setNotWhole,
                                    {{"count", "1"}, {"set", set}});
            Suite& suite = out.emplace_back(Suite{set.empty() ? "biao" : set, false, {}});
            for (const std::string& code : codes)
                suite.cases.emplace_back(Case{code}).skipped = why.in(language_);
        }
    }

    const pipeline::Report& report_;
    Severity deny_;
    Language language_;
    std::map<std::string, Suite> suites_;
};

class JunitWriter {
public:
    JunitWriter(const pipeline::Report& report, Language language)
        : report_(report), language_(language) {}

    std::string document(const std::vector<Suite>& suites) {
        Count count;
        for (const Suite& suite : suites)
            count.add(suite);
        out_ = R"(<?xml version="1.0" encoding="UTF-8"?>)";
        out_ += "\n<testsuites name=\"biao\"" + count.attributes() + ">\n";
        for (const Suite& suite : suites)
            write(suite);
        return std::move(out_) + "</testsuites>\n";
    }

private:
    void write(const Suite& suite) {
        Count count;
        count.add(suite);
        out_ += "  <testsuite" + attribute("name", suite.name) + count.attributes() + ">\n";
        for (const Case& one : suite.cases) {
            out_ +=
                "    <testcase" + attribute("classname", suite.name) + attribute("name", one.name);
            if (suite.isFile) out_ += attribute("file", suite.name);
            if (one.line > 0) out_ += attribute("line", std::to_string(one.line));
            const std::string inside = within(one);
            out_ += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
        }
        out_ += "  </testsuite>\n";
    }

    /// One failure for all: not everybody reads a second.
    std::string within(const Case& one) const {
        std::string out;
        if (!one.skipped.empty())
            out += "      <skipped" + attribute("message", one.skipped) + "/>\n";
        if (!one.error.empty()) {
            const std::string_view text = one.error;
            out += "      <error" + attribute("message", text.substr(0, text.find('\n'))) + ">" +
                   xmlEscaped(text) + "</error>\n";
        }
        if (!one.failures.empty()) {
            const Finding& first = one.failures.front();
            std::string message = first.message.in(language_);
            if (const auto more = one.failures.size() - 1; more > 0) {
                message +=
                    phrase(Phrase::listSeparator).in(language_) +
                    phrase(Phrase::morePlaces, {{"count", std::to_string(more)}}).in(language_);
            }
            out += "      <failure" + attribute("type", first.code) +
                   attribute("message", message) + ">" + texts(one.failures) + "</failure>\n";
        }
        if (!one.others.empty())
            out += "      <system-out>" + texts(one.others) + "</system-out>\n";
        return out;
    }

    /// As people see them on a terminal.
    std::string texts(const std::vector<Finding>& findings) const {
        return xmlEscaped(renderFindings(findings, report_.sources, {language_}));
    }

    const pipeline::Report& report_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string junit(const pipeline::Report& report, Severity deny, Language language) {
    return JunitWriter(report, language).document(Suites(report, deny, language).all());
}

}  // namespace biao::report
