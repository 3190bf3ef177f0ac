#include "pipeline/mend.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "pipeline/edits.h"
#include "pipeline/inputs.h"
#include "pipeline/session.h"
#include "pipeline/standard_library.h"

namespace biao::pipeline {

namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
constexpr int mostRounds = 64;

/// What tells a fix from the others of its file while nothing else in the file changes.
using FixKey = std::tuple<std::string, std::uint32_t, std::string>;

/// A file that may be changed.
struct Open {
    std::string path;
    std::string identity;
    std::optional<std::string> before;  // as it was, once it has changed; with its byte-order mark
    std::vector<FixAt> made;
    std::map<FixKey, FixLeft> left;
    std::size_t atOnce = all;  // how many fixes to try: fewer after a round that was taken back
};

/// What one round does to one file.
struct Batch {
    EditedText edits;
    std::vector<std::pair<FixKey, FixAt>> fixes;
    std::string text;  // as the round found it
};

/// A finding's code and line, by which the same one is known again.
using Known = std::pair<std::string, std::uint32_t>;

class Mending {
public:
    Mending(Request request, bool write, MendReport& out)
        : request_(std::move(request)), write_(write), out_(out) {
        request_.foldBeyond = all;
        if (!request_.stdlib) session_.emplace(request_.limits);
    }

    void run() {
        open();
        Report now = check();
        bool changed = false;
        for (int round = 0; round < mostRounds; ++round) {
            const auto batches = chosen(now);
            if (batches.empty()) {
                if (!changed) break;
                // What was left may be harmless now that others are made.
                changed = false;
                if (!forgetLeft()) break;
                continue;
            }
            changed = tried(batches, now) || changed;
        }
        write(now);
        now.findings = Findings::finish(std::move(now.findings), now.sources);
        out_.report = std::move(now);
    }

private:
    Report check() { return session_ ? session_->check(request_) : pipeline::check(request_); }

    void open() {
        // What can be read only once is neither checked again nor changed.
        std::erase_if(request_.paths, [&](const std::string& path) {
            std::error_code error;
            const auto status = std::filesystem::status(path, error);
            const bool once = std::filesystem::exists(status) &&
                              !std::filesystem::is_regular_file(status) &&
                              !std::filesystem::is_directory(status);
            if (once) failed_.push_back({path, phrase(Phrase::fixNoFile)});
            return once;
        });
        std::vector<Trouble> unsaid;  // check() says it
        const auto inputs = inputsOf(request_.paths, unsaid);
        const auto folder = request_.stdlib ? request_.stdlib : libraryFolder(inputs);
        const std::string library = folder ? identityOf(*folder) + "/" : "";
        for (const Input& input : inputs) {
            if (folder && input.identity.starts_with(library)) continue;
            files_[input.path] = {input.path, input.identity, {}, {}, {}, all};
        }
    }

    Open* fileOf(const Report& report, Span span) {
        if (span.file.value >= report.sources.size()) return nullptr;
        const auto file = files_.find(report.sources[span.file].path());
        return file == files_.end() ? nullptr : &file->second;
    }

    std::map<std::string, Batch> chosen(const Report& now) {
        std::map<std::string, Batch> batches;
        for (const Finding& finding : now.findings) {
            if (finding.accepted) continue;  // somebody wants it as it stands
            const auto fix = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                          [](const Fix& one) { return one.certain; });
            if (fix == finding.fixes.end() || fix->edits.empty()) continue;
            const Span at = fix->edits.front().span;
            Open* file = fileOf(now, at);
            const bool together =
                std::all_of(fix->edits.begin(), fix->edits.end(),
                            [&](const Edit& edit) { return edit.span.file == at.file; });
            if (!file || !together) continue;
            std::string text;
            for (const Edit& edit : fix->edits)
                text += edit.text + "\n";
            FixKey key{finding.code, at.begin, std::move(text)};
            if (file->left.contains(key)) continue;
            const Source& source = now.sources[at.file];
            Batch& batch = batches[file->path];
            if (batch.fixes.size() >= file->atOnce || !batch.edits.take(fix->edits)) continue;
            if (batch.fixes.empty()) batch.text = source.text();
            const Span place = finding.span.file == at.file ? finding.span : at;
            const FixAt made{finding.code, fix->title, source.position(place.begin)};
            batch.fixes.emplace_back(std::move(key), made);
        }
        std::erase_if(batches, [](const auto& one) { return one.second.fixes.empty(); });
        return batches;
    }

    /// Makes them where that brings nothing new; true where any were.
    bool tried(const std::map<std::string, Batch>& batches, Report& now) {
        const Edited before = request_.edited;
        for (const auto& [path, batch] : batches)
            request_.edited[files_[path].identity] = batch.edits.applied(batch.text);
        Report next = check();
        auto brought = newIn(now, next, batches);
        if (!brought.empty() || next.trouble.size() > now.trouble.size()) {
            // What appears in a file that no fix touched may come from any that was.
            const bool elsewhere =
                next.trouble.size() > now.trouble.size() ||
                std::any_of(brought.begin(), brought.end(),
                            [&](const auto& one) { return !batches.contains(one.first); });
            auto good = batches;
            for (const auto& [path, batch] : batches) {
                if (!elsewhere && !brought.contains(path)) continue;
                takeBack(path, batch, brought, before);
                good.erase(path);
            }
            if (good.empty()) return false;
            next = check();
            brought = newIn(now, next, good);
            if (!brought.empty() || next.trouble.size() > now.trouble.size()) {
                for (const auto& [path, batch] : good)
                    takeBack(path, batch, brought, before);
                return false;
            }
            return made(good, now, std::move(next));
        }
        return made(batches, now, std::move(next));
    }

    bool made(const std::map<std::string, Batch>& batches, Report& now, Report next) {
        for (const auto& [path, batch] : batches) {
            Open& file = files_[path];
            if (!file.before) file.before = batch.text;
            for (const auto& [key, fix] : batch.fixes)
                file.made.push_back(fix);
            // Places have moved: what was left is known by its new one.
            const EditedText::Moves moves(batch.edits);
            std::map<FixKey, FixLeft> left;
            for (auto& [key, one] : file.left) {
                left.emplace(FixKey{std::get<0>(key), moves.of(std::get<1>(key)), std::get<2>(key)},
                             one);
            }
            file.left = std::move(left);
            file.atOnce = file.atOnce > all / 2 ? all : file.atOnce * 2;
        }
        now = std::move(next);
        return true;
    }

    using Brought = std::map<std::string, std::vector<Known>>;

    /// Findings of warning or error level that were not there, by the path of their file.
    Brought newIn(const Report& now, const Report& next,
                  const std::map<std::string, Batch>& batches) const {
        std::map<std::string, std::map<Known, int>> known;
        for (const auto& [path, found] : linesOf(now, &batches))
            for (const Known& one : found)
                ++known[path][one];
        Brought brought;
        for (const auto& [path, found] : linesOf(next, nullptr)) {
            for (const Known& one : found) {
                if (--known[path][one] < 0) brought[path].push_back(one);
            }
        }
        return brought;
    }

    static std::map<std::string, std::vector<Known>> linesOf(
        const Report& report, const std::map<std::string, Batch>* batches) {
        std::map<std::string, std::vector<Known>> found;
        struct After {
            Source source;
            EditedText::Moves moves;
        };
        std::map<std::string, After> after;
        for (const Finding& finding : report.findings) {
            if (finding.severity > Severity::warning) continue;
            if (finding.span.file.value >= report.sources.size()) {
                found[""].emplace_back(finding.code, 0);
                continue;
            }
            const Source& source = report.sources[finding.span.file];
            const std::string& path = source.path();
            auto line = source.position(finding.span.begin).line;
            if (batches && batches->contains(path)) {
                const Batch& batch = batches->at(path);
                auto it = after.find(path);
                if (it == after.end()) {
                    After one{Source(path, batch.edits.applied(batch.text)),
                              EditedText::Moves(batch.edits)};
                    it = after.emplace(path, std::move(one)).first;
                }
                line = it->second.source.position(it->second.moves.of(finding.span.begin)).line;
            }
            found[path].emplace_back(finding.code, line);
        }
        return found;
    }

    /// The round is taken back for that file. Fixes on lines that something new appeared on are
    /// left from now on; where there are none, half as many are tried, until one is left alone.
    void takeBack(const std::string& path, const Batch& batch, const Brought& brought,
                  const Edited& before) {
        Open& file = files_[path];
        const auto was = before.find(file.identity);
        if (was == before.end()) {
            request_.edited.erase(file.identity);
        } else {
            request_.edited[file.identity] = was->second;
        }
        std::map<std::uint32_t, std::string> lines;
        if (const auto here = brought.find(path); here != brought.end()) {
            for (const auto& [code, line] : here->second)
                lines.emplace(line, code);
        }
        const bool alone = batch.fixes.size() == 1;
        bool found = false;
        for (const auto& [key, fix] : batch.fixes) {
            const auto line = lines.find(fix.at.line);
            if (line == lines.end() && !alone) continue;
            const std::string brings = line != lines.end() ? line->second
                                       : !lines.empty()    ? lines.begin()->second
                                       : !brought.empty()  ? brought.begin()->second.front().first
                                                           : std::string();
            file.left.emplace(key, FixLeft{fix, brings});
            found = true;
        }
        if (!found) file.atOnce = std::max<std::size_t>(batch.fixes.size() / 2, 1);
    }

    bool forgetLeft() {
        bool any = false;
        for (auto& [path, file] : files_) {
            any = any || !file.left.empty();
            file.left.clear();
        }
        return any;
    }

    /// Writes what has changed; a file that cannot be written is as it was, and is said so.
    void write(Report& now) {
        const std::size_t before = failed_.size();
        for (auto& [path, file] : files_) {
            if (file.before) finish(file);
            if (file.made.empty() && file.left.empty()) continue;
            MendedFile mended{path, std::move(file.made), {}};
            for (auto& [key, left] : file.left)
                mended.left.push_back(std::move(left));
            const auto byPlace = [](const FixAt& a, const FixAt& b) {
                return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
            };
            std::stable_sort(mended.made.begin(), mended.made.end(), byPlace);
            out_.files.push_back(std::move(mended));
        }
        if (failed_.size() > before) now = check();
        now.trouble.insert(now.trouble.end(), failed_.begin(), failed_.end());
    }

    void finish(Open& file) {
        const std::string text = request_.edited[file.identity];
        const auto give = [&](Localized what) {
            failed_.push_back({file.path, std::move(what)});
            request_.edited.erase(file.identity);
            file.made.clear();
            file.left.clear();
        };
        auto read = readFile(file.path, request_.limits.fileBytes);
        if (const auto* trouble = std::get_if<FileError>(&read)) return give(reasonOf(*trouble));
        std::string& there = std::get<std::string>(read);
        const std::string_view mark = "\xEF\xBB\xBF";
        const bool marked = there.starts_with(mark);
        if (std::string_view(there).substr(marked ? mark.size() : 0) != *file.before)
            return give(phrase(Phrase::fixFileChanged));
        std::string after = (marked ? std::string(mark) : std::string()) + text;
        if (write_) {
            const auto written = writeFileAtomically(file.path, after);
            if (const auto* trouble = std::get_if<FileError>(&written))
                return give(reasonOf(*trouble));
        }
        out_.changes.push_back({file.path, std::move(there), std::move(after)});
    }

    Request request_;
    const bool write_;
    MendReport& out_;
    std::optional<Session> session_;
    std::map<std::string, Open> files_;  // by path
    std::vector<Trouble> failed_;
};

}  // namespace

MendReport mend(Request request, bool write) {
    MendReport out;
    try {
        Mending(std::move(request), write, out).run();
    } catch (const std::exception& error) {
        out.report.trouble.push_back({"", reasonOf(error)});
    }
    return out;
}

}  // namespace biao::pipeline
