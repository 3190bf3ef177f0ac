#include "definitions/vocabulary.h"

#include <algorithm>

#include "definitions/reading.h"

namespace biao::definitions {

using namespace syntax;

namespace {

/// A unit word on its way to the table: its readings may come from several classes.
struct PendingWord {
    Localized name;
    std::vector<std::string> aliases;
    std::vector<Reading> readings;
    Span span;
};

class Reader {
public:
    Reader(Vocabulary& into, Findings& findings) : v_(into), findings_(findings) {}

    void run(const std::vector<const File*>& files) {
        each(files, Keyword::dimension, [&](const Declaration& d) { dimension(d); });
        each(files, Keyword::countClass, [&](const Declaration& d) { countClass(d, {}); });
        for (const PendingWord& word : classWords_)
            define(word);
        std::vector<std::pair<const File*, const Declaration*>> pending;
        each(files, Keyword::unit, [&](const Declaration& d) { pending.emplace_back(file_, &d); });
        units(std::move(pending));
        each(files, Keyword::scale, [&](const Declaration& d) { scale(d, true); });
        each(files, Keyword::choices, [&](const Declaration& d) { scale(d, false); });
        each(files, Keyword::subject, [&](const Declaration& d) { subject(d); });
    }

private:
    template <class Do>
    void each(const std::vector<const File*>& files, Keyword keyword, Do&& act) {
        for (const File* file : files) {
            file_ = file;
            for (const TopLevel& top : file->lines) {
                if (!top.declaration) continue;
                const Declaration& d = (*file)[top.declaration];
                if (d.keyword == keyword && !d.broken && d.name) act(d);
            }
        }
    }

    void bad(Span span, Localized what) {
        findings_.add(finding(Code::badDeclaration, span, {{"what", std::move(what)}}));
    }
    void twice(const Word& name) {
        findings_.add(finding(Code::declaredTwice, name.span, {{"name", std::string(name.text)}}));
    }
    bool has(const Declaration& d, Property p) const { return attribute(*file_, d, p) != nullptr; }

    bool addKind(const Declaration& d, Kind kind) {
        kind.name = nameOf(d);
        bool fresh = true;
        for (const auto& spelling : spellingsOf(d)) {
            fresh = v_.kinds.emplace(spelling, kind).second && fresh;
        }
        if (!fresh) twice(d.name);
        return fresh;
    }

    void dimension(const Declaration& d) {
        Kind kind;
        kind.type = Kind::Type::dimension;
        if (const Attribute* rate = attribute(*file_, d, Property::rateOf)) {
            const auto words = wordsOf(*file_, rate->value);
            const auto of = words.empty() ? v_.kinds.end() : v_.kinds.find(words[0].text);
            if (of == v_.kinds.end() || of->second.dimension.factors().empty()) {
                return bad(rate->span, phrase(Phrase::rateOfWhat));
            }
            kind.type = Kind::Type::rate;
            kind.base = of->second.dimension.factors().front().base;
        } else if (!has(d, Property::ratio)) {
            const auto base = v_.units.defineBase({nameOf(d), BaseKind::measured, {}});
            if (!base) return bad(d.span, phrase(Phrase::tooManyDimensions));
            kind.dimension = Dimension(*base);
        }
        addKind(d, kind);
    }

    void countClass(const Declaration& d, std::optional<BaseId> parent) {
        const BaseKind kind = has(d, Property::generic) ? BaseKind::generic : BaseKind::counted;
        const auto base = v_.units.defineBase({nameOf(d), kind, parent});
        if (!base) return bad(d.span, phrase(Phrase::tooManyDimensions));
        Kind asKind;
        asKind.type = Kind::Type::count;
        asKind.dimension = Dimension(*base);
        if (!addKind(d, asKind)) return;
        for (const auto id : d.block) {
            const Declaration& inner = (*file_)[id];
            if (inner.broken || !inner.name) continue;
            if (inner.keyword == Keyword::countClass) {
                countClass(inner, base);
            } else if (inner.keyword == Keyword::none) {
                classWord(inner, Dimension(*base));
            } else {
                bad(inner.span, phrase(Phrase::onlyCountingWords));
            }
        }
    }

    /// A word may count several classes: each declaration adds a reading.
    void classWord(const Declaration& d, const Dimension& dimension) {
        const Localized name = nameOf(d);
        const auto known = std::find_if(classWords_.begin(), classWords_.end(),
                                        [&](const auto& w) { return w.name.zh == name.zh; });
        if (known != classWords_.end()) {
            known->readings.push_back({dimension, 1});
            return;
        }
        PendingWord& word = classWords_.emplace_back();
        word.name = name;
        word.span = d.name.span;
        for (std::size_t i = 1; i < d.aliases.size(); ++i) {
            word.aliases.emplace_back(d.aliases[i].text);
        }
        word.readings.push_back({dimension, 1});
    }

    void define(const PendingWord& word) {
        if (!v_.units.defineUnit(word.name, word.readings)) {
            findings_.add(finding(Code::declaredTwice, word.span, {{"name", word.name}}));
            return;
        }
        for (const auto& alias : word.aliases) {
            if (!v_.units.defineAlias(alias, word.name.zh)) {
                findings_.add(finding(Code::declaredTwice, word.span, {{"name", alias}}));
            }
        }
    }

    /// Units are defined by units: round after round, until a round adds none.
    void units(std::vector<std::pair<const File*, const Declaration*>> pending) {
        while (!pending.empty()) {
            std::vector<std::pair<const File*, const Declaration*>> left;
            for (const auto& [file, d] : pending) {
                file_ = file;
                if (!unit(*d)) left.emplace_back(file, d);
            }
            if (left.size() == pending.size()) {
                for (const auto& [file, d] : left) {
                    bad(d->span, phrase(Phrase::unitOfWhat, {{"name", std::string(d->name.text)}}));
                }
                return;
            }
            pending = std::move(left);
        }
    }

    /// False when it is defined by a word that is not known yet.
    bool unit(const Declaration& d) {
        const std::string name(d.name.text);
        PendingWord word;
        word.name = nameOf(d);
        word.span = d.name.span;
        for (std::size_t i = 1; i < d.aliases.size(); ++i) {
            word.aliases.emplace_back(d.aliases[i].text);
        }
        if (has(d, Property::perWord)) {
            if (!v_.units.definePerWord(name)) twice(d.name);
            return true;
        }
        if (!d.definitions.empty()) {
            for (const Operand& term : d.definitions.front().terms) {
                const auto quantity = constant(v_, *file_, term.expr);
                if (!quantity) return false;
                if (has(d, Property::prefix)) {
                    if (!v_.units.defineMagnitude(name, quantity->value)) twice(d.name);
                    return true;
                }
                if (quantity->bare()) {
                    if (!has(d, Property::ratio)) {
                        bad(d.span, phrase(Phrase::unitWithoutDimension));
                        return true;
                    }
                    word.readings.push_back({Dimension(), quantity->value});
                    continue;
                }
                const Reading& first = quantity->unit->readings().front();
                word.readings.push_back({first.dimension, quantity->value * first.factor});
            }
        } else if (!d.kinds.empty()) {
            const auto kind = v_.kinds.find(d.kinds.front().name.text);
            if (kind == v_.kinds.end()) return false;
            word.readings.push_back({kind->second.dimension, 1});
        }
        if (word.readings.empty()) {
            if (!v_.units.word(name)) return false;  // 误写 of a word declared elsewhere
        } else {
            define(word);
        }
        if (const UnitRef made = v_.units.word(name); made && has(d, Property::calendar)) {
            v_.units.defineYearly(made);
        }
        if (const Attribute* wrong = attribute(*file_, d, Property::misread)) {
            for (const Word& w : wordsOf(*file_, wrong->value)) {
                if (!v_.units.defineMisspelling(std::string(w.text), name)) twice(w);
            }
        }
        if (const Attribute* outcomes = attribute(*file_, d, Property::outcomes)) {
            for (const Word& w : wordsOf(*file_, outcomes->value)) {
                if (!v_.units.defineOutcome(std::string(w.text))) twice(w);
            }
        }
        return true;
    }

    void scale(const Declaration& d, bool ordered) {
        Scale scale;
        scale.name = nameOf(d);
        scale.ordered = ordered;
        scale.span = d.span;
        if (d.definitions.empty()) return bad(d.span, phrase(Phrase::scaleOfWhat));
        for (const Operand& term : d.definitions.front().terms) {
            const Expr& e = (*file_)[term.expr];
            if (e.kind != ExprKind::name && e.kind != ExprKind::text) {
                bad(e.span, phrase(Phrase::scaleOfWhat));
                continue;
            }
            const bool same = ordered && term.op == Operator::alternative && !scale.steps.empty();
            if (!same) scale.steps.emplace_back();
            scale.steps.back().emplace_back(e.text);
        }
        for (const Scale& other : v_.scales) {
            if (other.name.zh == scale.name.zh) return twice(d.name);
        }
        v_.scales.push_back(std::move(scale));
    }

    void subject(const Declaration& d) {
        for (const auto& spelling : spellingsOf(d)) {
            if (!v_.subjects.emplace(spelling, nameOf(d)).second) return twice(d.name);
        }
    }

    Vocabulary& v_;
    Findings& findings_;
    const File* file_ = nullptr;
    std::vector<PendingWord> classWords_;
};

}  // namespace

std::optional<Quantity> constant(const Vocabulary& v, const File& file, ExprId id) {
    if (!id) return std::nullopt;
    const Expr& e = file[id];
    switch (e.kind) {
        case ExprKind::number: {
            const auto value = Number::parse(e.text);
            if (!value) return std::nullopt;
            if (!e.unit) return Quantity{*value, nullptr};
            const auto read = v.units.read(e.unit.text);
            const UnitRef* unit = std::get_if<UnitRef>(&read);
            if (!unit) return std::nullopt;
            return Quantity{*value, *unit};
        }
        case ExprKind::negate: {
            auto out = constant(v, file, file.of(e.operands)[0].expr);
            if (out) out->value = -out->value;
            return out;
        }
        case ExprKind::name: {
            if (const UnitRef unit = v.units.word(e.text)) return Quantity{1, unit};
            const auto kind = v.kinds.find(e.text);
            if (kind == v.kinds.end()) return std::nullopt;
            return Quantity{1, v.units.unitFor(kind->second.dimension)};
        }
        case ExprKind::product: {
            std::optional<Quantity> out;
            for (const Operand& o : file.of(e.operands)) {
                const auto factor = constant(v, file, o.expr);
                if (!factor) return std::nullopt;
                out = !out                      ? factor
                      : o.op == Operator::times ? product(v.units, *out, *factor)
                                                : quotient(v.units, *out, *factor);
                if (!out) return std::nullopt;
            }
            return out;
        }
        default:
            return std::nullopt;
    }
}

void readVocabulary(const std::vector<const File*>& files, Vocabulary& into, Findings& findings) {
    Reader(into, findings).run(files);
}

}  // namespace biao::definitions
