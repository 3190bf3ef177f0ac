#include "merge/unit.h"

#include <algorithm>
#include <utility>

#include "parse/parse.h"

namespace biao::merge {

using syntax::HeadKind;

namespace {

constexpr char apart = '\x1f';

/// Where what stands on the line behind `at` ends: a semicolon, a comment, the end of the line; of
/// a line that goes on with something else, right behind the semicolon.
std::uint32_t endOfTrail(std::string_view text, std::uint32_t at, std::uint32_t end) {
    constexpr std::string_view wide = "\uFF1B";
    std::uint32_t kept = at;
    while (at < end) {
        const auto rest = text.substr(at, end - at);
        if (rest[0] == ' ' || rest[0] == '\t') {
            ++at;
        } else if (rest[0] == ';') {
            kept = ++at;
        } else if (rest.starts_with(wide)) {
            kept = at += static_cast<std::uint32_t>(wide.size());
        } else if (rest.starts_with("//")) {
            const auto line = rest.find_first_of("\r\n");
            at += static_cast<std::uint32_t>(line == std::string_view::npos ? rest.size() : line);
            kept = at;
        } else if (rest[0] == '\r' || rest[0] == '\n') {
            return at + (rest.starts_with("\r\n") ? 2 : 1);
        } else {
            return kept;
        }
    }
    return kept;
}

Unit::Kind kindOf(const syntax::Item& item, bool top) {
    if (top) return Unit::Kind::submission;
    if (item.headKind == HeadKind::cells) return Unit::Kind::heading;
    return item.headKind == HeadKind::text ? Unit::Kind::row : Unit::Kind::line;
}

}  // namespace

std::string Version::words(Span span) const {
    const auto& all = tokens_.tokens;
    auto at = std::lower_bound(
        all.begin(), all.end(), span.begin,
        [](const syntax::Token& token, std::uint32_t byte) { return token.span.begin < byte; });
    std::string text;
    for (; at != all.end() && at->span.begin < span.end; ++at) {
        if (at->kind == syntax::TokenKind::end || at->kind == syntax::TokenKind::comment) continue;
        text.append(at->text).push_back(apart);
    }
    return text;
}

Unit Version::unitOf(syntax::ItemId id, bool top) const {
    const syntax::Item& item = tree_[id];
    Unit unit;
    unit.kind = kindOf(item, top);
    unit.key.append(item.head.text);
    // The string behind a name is a field's value; before a block or cells it is a title.
    if (item.hasBlock || !item.cells.empty()) unit.key.append(1, apart).append(item.title.text);
    unit.id = item.id.text;
    for (const syntax::Attribute& one : tree_.of(item.attributes)) {
        const auto word = syntax::wordFrom<syntax::LineWord>(one.name.text);
        if (word == syntax::LineWord::formerly && one.value) unit.formerly = tree_[one.value].text;
    }
    unit.whole = item.span;
    unit.line = item.span;
    if (item.hasBlock) {
        unit.whole = cover(item.span, item.blockSpan);
        unit.line.end = item.blockSpan.begin + 1;
        unit.hasInside = true;
        unit.inside = unitsIn(item);
    }
    return unit;
}

std::vector<Unit> Version::unitsIn(const syntax::Item& item) const {
    std::vector<Unit> units;
    for (const syntax::ItemId id : item.block)
        units.push_back(unitOf(id, false));
    for (const syntax::Acceptance& one : tree_.of(item.acceptances)) {
        if (!one.ownLine) continue;
        Unit unit;
        unit.kind = Unit::Kind::acceptance;
        for (const syntax::ExprId code : one.codes)
            unit.key.append(tree_[code].text).push_back(apart);
        unit.line = unit.whole = one.span;
        units.push_back(std::move(unit));
    }
    std::sort(units.begin(), units.end(),
              [](const Unit& a, const Unit& b) { return a.whole.begin < b.whole.begin; });
    return units;
}

Unit Version::unitOf(syntax::Id<syntax::Declaration> id) const {
    const syntax::Declaration& one = tree_[id];
    Unit unit;
    unit.kind = Unit::Kind::declaration;
    unit.key = std::to_string(static_cast<int>(one.keyword)) + apart;
    unit.key.append(std::to_string(static_cast<int>(one.edit))).push_back(apart);
    unit.key.append(one.name.text);
    unit.line = unit.whole = one.span;
    if (!one.hasBlock) return unit;
    unit.whole = cover(one.span, one.blockSpan);
    // The clauses of a rule belong together.
    if (!one.clauses.empty() || !one.items.empty()) {
        unit.line = unit.whole;
        return unit;
    }
    unit.line.end = one.blockSpan.begin + 1;
    unit.hasInside = true;
    for (const auto child : one.block)
        unit.inside.push_back(unitOf(child));
    return unit;
}

std::uint32_t Version::cut(std::vector<Unit>& units, std::uint32_t begin, std::uint32_t end) {
    const FileId file = tree_.id;
    std::uint32_t at = begin;
    for (Unit& unit : units) {
        unit.lead = {file, at, unit.whole.begin};
        if (unit.hasInside) {
            const std::uint32_t brace = unit.line.end;
            const std::uint32_t closing = unit.whole.end - 1;
            const auto opened = endOfTrail(source_->text(), brace, closing);
            const auto last = cut(unit.inside, opened, closing);
            unit.open = {file, brace, opened};
            unit.tail = {file, last, closing};
        }
        at = endOfTrail(source_->text(), unit.whole.end, end);
        unit.trail = {file, unit.whole.end, at};
    }
    return at;
}

std::optional<Version> Version::read(std::string text, const Limits& limits) {
    Version version;
    const FileId id{0};
    version.source_ = std::make_shared<const Source>("", std::move(text));
    Findings findings;
    version.tree_ = parse::parse(*version.source_, id, limits, findings);
    const auto& tree = version.tree_;
    const auto& said = findings.list();
    const bool wrong = tree.broken || tree.unbalanced || !tree.faults.empty() ||
                       std::any_of(said.begin(), said.end(), [](const Finding& one) {
                           return one.severity == Severity::error;
                       });
    if (wrong) return std::nullopt;
    Findings unsaid;
    version.tokens_ = parse::tokens(*version.source_, id, limits, unsaid);
    for (const syntax::TopLevel& top : tree.lines) {
        version.units_.push_back(top.submission ? version.unitOf(top.submission, true)
                                                : version.unitOf(top.declaration));
    }
    const auto end = static_cast<std::uint32_t>(version.source_->text().size());
    version.tail_ = {id, version.cut(version.units_, 0, end), end};
    return version;
}

}  // namespace biao::merge
