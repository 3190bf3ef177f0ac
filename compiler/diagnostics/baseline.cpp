#include "diagnostics/baseline.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <set>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"

namespace biao {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;

/// FNV-1a, 64 bits: the same on every machine.
class Print {
public:
    void add(std::string_view text) {
        for (const char byte : text)
            add(static_cast<unsigned char>(byte));
        add(0);
    }
    std::string text() const { return fmt::format("{:016x}", value_); }

private:
    void add(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

    std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// In one spelling, without blanks: laying a file out anew changes nothing.
std::string gist(std::string_view text) {
    std::string out = halfWidth(text);
    std::erase_if(
        out, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; });
    return out;
}

std::string digitsOf(std::string_view text) {
    std::string out(text);
    std::erase_if(out, [](char byte) { return byte < '0' || byte > '9'; });
    return out;
}

std::string printOf(const Finding& finding, const SourceSet& sources) {
    Print print;
    const bool placed = finding.span.file.value < sources.size();
    print.add(placed ? gist(sources[finding.span.file].slice(finding.span)) : "");
    for (const Argument& argument : finding.arguments) {
        const auto& [zh, en] = argument.value;
        print.add(argument.name);
        // What reads otherwise in the other language is worded by us, and may be worded better.
        print.add(zh == en ? gist(zh) : digitsOf(zh));
    }
    return print.text();
}

bool belongs(const Finding& finding) {
    return finding.counts() && !finding.firm && !isFirm(finding.code);
}

/// The text at that key; null where there is none.
const std::string* textAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? nullptr : found->get_ptr<const std::string*>();
}

std::string unbroken(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

/// The paths of sources as they begin at the folder of the baseline.
class Baseline::Paths {
public:
    Paths(const std::string& folder, const SourceSet& sources)
        : folder_(folder), sources_(sources) {}

    const std::string& of(FileId file) {
        const auto [known, fresh] = known_.try_emplace(file);
        if (!fresh || file.value >= sources_.size()) return known->second;
        std::error_code error;
        const fs::path path = sources_[file].path();
        const fs::path whole = fs::weakly_canonical(path, error);
        known->second =
            error ? path.generic_string() : whole.lexically_proximate(folder_).generic_string();
        return known->second;
    }

    /// All of the sources.
    std::set<std::string> all() {
        std::set<std::string> out;
        for (std::uint32_t at = 0; at < sources_.size(); ++at)
            out.insert(of(FileId{at}));
        return out;
    }

private:
    const fs::path folder_;
    const SourceSet& sources_;
    std::map<FileId, std::string> known_;
};

namespace {

bool exists(const std::string& folder, const std::string& path) {
    std::error_code error;
    return fs::exists(fs::path(folder) / path, error);
}

}  // namespace

std::variant<Baseline, Localized> Baseline::read(std::string_view text, std::string folder) {
    const Localized none = phrase(Phrase::baselineNotOne);
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("version") || !json.contains("findings")) return none;
    const Json& written = json["version"];
    if (!written.is_number_integer() || written != version) {
        return phrase(Phrase::baselineVersion, {{"version", unbroken(written)}});
    }
    if (!json["findings"].is_array()) return none;
    Baseline baseline(std::move(folder));
    for (const Json& one : json["findings"]) {
        if (!one.is_object() || !one.contains("count")) return none;
        const auto* path = textAt(one, "path");
        const auto* code = textAt(one, "code");
        const auto* element = textAt(one, "element");
        const auto* print = textAt(one, "print");
        if (!path || !code || !element || !print || !one["count"].is_number_unsigned()) return none;
        baseline.counts_[{*path, *code, *element, *print}] += one["count"].get<std::uint32_t>();
    }
    return baseline;
}

void Baseline::add(const std::vector<Finding>& findings, const SourceSet& sources) {
    Paths paths(folder_, sources);
    for (const Finding& finding : findings) {
        if (!belongs(finding)) continue;
        ++counts_[{paths.of(finding.span.file), finding.code, finding.element,
                   printOf(finding, sources)}];
    }
}

std::size_t Baseline::mark(std::vector<Finding>& findings, const SourceSet& sources) const {
    auto left = counts_;
    Paths paths(folder_, sources);
    for (Finding& finding : findings) {
        if (!belongs(finding)) continue;
        const auto known = left.find({paths.of(finding.span.file), finding.code, finding.element,
                                      printOf(finding, sources)});
        if (known == left.end() || known->second == 0) continue;
        --known->second;
        finding.baseline = true;
    }
    const std::set<std::string> looked = paths.all();
    std::size_t gone = 0;
    for (const auto& [entry, count] : left) {
        if (looked.contains(entry.path) || !exists(folder_, entry.path)) gone += count;
    }
    return gone;
}

void Baseline::keep(const Baseline& old, const SourceSet& sources) {
    const std::set<std::string> looked = Paths(old.folder_, sources).all();
    for (const auto& [entry, count] : old.counts_) {
        if (looked.contains(entry.path) || !exists(old.folder_, entry.path)) continue;
        Entry moved = entry;
        const fs::path whole = fs::path(old.folder_) / entry.path;
        moved.path = whole.lexically_proximate(folder_).generic_string();
        counts_.emplace(std::move(moved), count);
    }
}

std::string Baseline::text() const {
    std::string out = fmt::format("{{\n  \"version\": {},\n  \"findings\": [", version);
    bool first = true;
    for (const auto& [entry, count] : counts_) {
        const Json one = {{"path", entry.path},
                          {"code", entry.code},
                          {"element", entry.element},
                          {"print", entry.print},
                          {"count", count}};
        out += (first ? "\n    " : ",\n    ") + unbroken(one);
        first = false;
    }
    return out + (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace biao
