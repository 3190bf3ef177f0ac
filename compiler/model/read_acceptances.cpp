#include "model/read_acceptances.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"

namespace biao::model {

using syntax::Item;
using syntax::ItemId;

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class AcceptanceReader {
public:
    AcceptanceReader(const syntax::File& file, Submission& submission, Findings& findings)
        : file_(file), out_(submission), form_(*submission.form), findings_(findings) {
        for (std::uint32_t at = 0; at < out_.rows.size(); ++at)
            rows_.emplace(out_.rows[at].span, RowIndex{at});
    }

    void run(const Item& head, const std::vector<ItemId>& lines) {
        at(head, {0});
        inside(lines, {0});
        std::stable_sort(out_.acceptances.begin(), out_.acceptances.end(),
                         [](const auto& a, const auto& b) { return a.row < b.row; });
    }

private:
    /// Blocks are read as deep as the layout lets them be.
    void inside(const std::vector<ItemId>& lines, RowIndex around) {
        for (const ItemId id : lines) {
            const Item& item = file_[id];
            const auto own = rows_.find(item.span);
            const RowIndex row = own == rows_.end() ? around : own->second;
            at(item, row);
            inside(item.block, row);
        }
    }

    void at(const Item& item, RowIndex row) {
        const Span region = item.hasBlock ? cover(item.span, item.blockSpan) : item.span;
        for (const syntax::Acceptance& written : file_.of(item.acceptances)) {
            // The mistake in its line was said.
            if (written.broken || (item.broken && !written.ownLine)) continue;
            read(written, region, row);
        }
    }

    void read(const syntax::Acceptance& written, Span region, RowIndex row) {
        if (written.codes.empty()) return bad(written.span, phrase(Phrase::acceptsWhat));
        if (!written.reason || trimmed(written.reason.text).empty())
            return bad(written.span, phrase(Phrase::acceptedWhy));
        Acceptance acceptance;
        for (const auto code : written.codes) {
            if (auto named = resolve(code)) acceptance.named.push_back(*std::move(named));
        }
        if (acceptance.named.empty()) return;
        acceptance.reason = std::string(trimmed(written.reason.text));
        acceptance.ownLine = written.ownLine;
        acceptance.row = row;
        acceptance.region = region;
        acceptance.span = written.span;
        out_.acceptances.push_back(std::move(acceptance));
    }

    std::optional<Acceptance::Named> resolve(syntax::ExprId id) {
        Acceptance::Named named;
        named.span = file_[id].span;
        named.written = definitions::pathOf(file_, id).value_or("");
        const std::string tidy = tidyCode(named.written);
        if (const auto code = catalogueCode(tidy); !code.empty()) named.codes.emplace_back(code);
        for (const definitions::Rule& rule : form_.rules) {
            if (!meansCode(tidy, rule.code, rule.name)) continue;
            named.codes.push_back(rule.code);
            named.overSets = named.overSets || !rule.ofOne();
        }
        if (!named.codes.empty() && !cannotBe(named.codes.front())) return named;
        if (!named.codes.empty()) {
            bad(named.span, phrase(Phrase::neverAccepted, {{"code", named.codes.front()}}));
        } else if (isFamily(tidy)) {
            bad(named.span, phrase(Phrase::familyNotAccepted, {{"code", tidy}}));
        } else {
            unknown(named);
        }
        return std::nullopt;
    }

    /// Nor what is said of acceptances themselves.
    static bool cannotBe(std::string_view code) {
        return isFirm(code) || code == info(Code::unusedAcceptance).id;
    }

    void unknown(const Acceptance::Named& named) {
        std::vector<std::string> candidates;
        for (const CodeInfo& row : catalogue())
            candidates.emplace_back(row.id);
        for (const definitions::Rule& rule : form_.rules) {
            if (rule.dropped) continue;
            candidates.push_back(rule.code);
            candidates.push_back(rule.code.substr(0, 3) + rule.local);
            candidates.push_back(rule.local);
        }
        Finding f = finding(Code::unknownName, named.span,
                            {{"name", named.written},
                             {"place", phrase(Phrase::codesOfForm, {{"form", form_.name.text()}})},
                             {"suggestion", definitions::didYouMean(named.written, candidates)}});
        if (const auto best = nearest(named.written, candidates)) {
            f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", candidates[*best]}}),
                               {{named.span, candidates[*best]}},
                               false});
        }
        findings_.add(std::move(f));
    }

    void bad(Span span, Localized what) {
        findings_.add(finding(Code::badAcceptance, span, {{"what", std::move(what)}}));
    }

    const syntax::File& file_;
    Submission& out_;
    const definitions::Form& form_;
    Findings& findings_;
    std::map<Span, RowIndex> rows_;  // by their line
};

}  // namespace

void readAcceptances(const Item& head, const std::vector<ItemId>& lines, const syntax::File& file,
                     Submission& submission, Findings& findings) {
    if (file.acceptances.empty()) return;
    AcceptanceReader(file, submission, findings).run(head, lines);
}

}  // namespace biao::model
