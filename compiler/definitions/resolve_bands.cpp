#include "definitions/resolve_bands.h"

#include <algorithm>
#include <utility>

#include "definitions/reading.h"

namespace biao::definitions {

using namespace syntax;

namespace {

std::optional<Op> opOf(Operator op) {
    switch (op) {
        case Operator::ge:
        case Operator::reach:
            return Op::ge;
        case Operator::gt:
            return Op::gt;
        case Operator::le:
            return Op::le;
        case Operator::lt:
            return Op::lt;
        default:
            return std::nullopt;
    }
}

class Resolver {
public:
    Resolver(Form& form, const std::set<std::string>& stated, const Vocabulary& vocabulary,
             Findings& findings)
        : form_(form), stated_(stated), vocabulary_(vocabulary), findings_(findings) {}

    void run() {
        for (Bands& bands : form_.bands) {
            if (bands.dropped) continue;
            now_ = &bands;
            bands.broken = !lines();
        }
    }

private:
    const File& file() const { return *now_->file; }

    bool lines() {
        now_->lines.clear();
        bool closed = false;
        for (const Clause& clause : now_->declaration->clauses) {
            if (clause.broken) return false;  // which has been said
            if (clause.kind == ClauseKind::source || clause.kind == ClauseKind::note) continue;
            if (closed) return fault(clause.span, bandsElse());
            if (clause.kind == ClauseKind::otherwise) {
                closed = true;
                if (!result(clause, now_->otherwise)) return false;
                continue;
            }
            const auto op = opOf(clause.op);
            if (clause.kind != ClauseKind::step || !op || !clause.result) {
                return fault(clause.span, phrase(Phrase::bandsLine));
            }
            Bands::Line line;
            line.op = *op;
            line.span = clause.span;
            const auto threshold = quantity(clause.exprs[0]);
            if (!threshold) return fault(file()[clause.exprs[0]].span, phrase(Phrase::bandsLine));
            line.threshold = *threshold;
            if (!among(now_->takes, line.threshold, clause.span)) return false;
            if (!result(clause, line.result) || !follows(line)) return false;
            now_->lines.push_back(std::move(line));
        }
        if (!closed || now_->lines.empty()) return fault(now_->span, bandsElse());
        return true;
    }

    Localized bandsElse() const { return phrase(Phrase::bandsElse, {{"name", now_->name}}); }

    static Localized shown(const Bands::Line& line) {
        static constexpr Operator ops[] = {Operator::ge, Operator::le, Operator::gt, Operator::lt};
        const std::string sign = spelling(ops[static_cast<std::size_t>(line.op)]).zh;
        return {sign + text(line.threshold), sign + text(line.threshold, Language::en)};
    }

    /// A line that those before it leave nothing for.
    bool follows(const Bands::Line& line) {
        const auto upward = [](Op op) { return op == Op::ge || op == Op::gt; };
        for (const Bands::Line& before : now_->lines) {
            const auto order = compare(vocabulary_.units, line.threshold, before.threshold);
            if (!order) {
                return fault(line.span, phrase(Phrase::bandsKind,
                                               {{"text", shown(line)}, {"other", shown(before)}}));
            }
            if (upward(line.op) != upward(before.op)) continue;
            const bool open = before.op == Op::gt || before.op == Op::lt;
            const bool closes = open && (line.op == Op::ge || line.op == Op::le);
            const bool beyond = upward(line.op) ? *order > 0 : *order < 0;
            if (beyond || (*order == 0 && !closes)) {
                return fault(line.span, phrase(Phrase::bandsUnreached,
                                               {{"text", shown(line)}, {"before", shown(before)}}));
            }
        }
        return true;
    }

    const Parameter* parameterIn(ExprId id) const {
        const auto name = pathOf(file(), id);
        return name ? find(form_.parameters, *name) : nullptr;
    }

    std::optional<Quantity> quantity(ExprId id) const {
        if (!id) return std::nullopt;
        if (const Parameter* one = parameterIn(id)) {
            if (one->type != Parameter::Type::amount) return std::nullopt;
            return one->quantity;
        }
        return constant(vocabulary_, file(), id);
    }

    bool result(const Clause& clause, Bands::Result& into) {
        if (!clause.result) return fault(clause.span, phrase(Phrase::bandsLine));
        const Expr& e = file()[clause.result];
        const Parameter* one = parameterIn(clause.result);
        if (one && one->type == Parameter::Type::words) {
            into.word = one->text;
        } else if (auto value = quantity(clause.result)) {
            into.quantity = *value;
            return among(now_->gives, *value, e.span);
        } else if (e.kind == ExprKind::text || e.kind == ExprKind::name) {
            into.word = std::string(e.text);
        } else {
            return fault(e.span, phrase(Phrase::bandsLine));
        }
        const bool fits = std::any_of(now_->gives.begin(), now_->gives.end(), [&](const Kind& k) {
            const auto& words = k.words;
            const bool known =
                words.empty() || std::find(words.begin(), words.end(), into.word) != words.end();
            return k.type == Kind::Type::any || k.type == Kind::Type::text ||
                   (k.type == Kind::Type::word && known);
        });
        return fits || notOfKind(into.word, now_->gives, e.span);
    }

    bool among(const std::vector<Kind>& kinds, const Quantity& value, Span at) {
        const auto takes = [&](const Kind& kind) {
            if (value.bareZero()) return kind.measures();
            if (kind.type == Kind::Type::number) return value.bare();
            if (kind.type != Kind::Type::dimension) return kind.measures();
            const Quantity one{1, vocabulary_.units.unitFor(kind.dimension)};
            return compare(vocabulary_.units, value, one).has_value();
        };
        if (std::any_of(kinds.begin(), kinds.end(), takes)) return true;
        return notOfKind({text(value), text(value, Language::en)}, kinds, at);
    }

    bool notOfKind(Localized what, const std::vector<Kind>& kinds, Span at) {
        return fault(at, phrase(Phrase::bandsNotKind,
                                {{"text", std::move(what)}, {"kind", describe(kinds)}}));
    }

    bool fault(Span at, Localized what) {
        const bool ours = stated_.count(now_->name.zh) != 0;
        Finding f =
            finding(Code::badDeclaration, ours ? at : form_.span, {{"what", std::move(what)}});
        if (!ours) f.related.push_back({at, spelling(Keyword::bands)});
        findings_.add(std::move(f));
        form_.broken = true;
        return false;
    }

    Form& form_;
    const std::set<std::string>& stated_;
    const Vocabulary& vocabulary_;
    Findings& findings_;
    Bands* now_ = nullptr;
};

}  // namespace

void resolveBands(Form& form, const std::set<std::string>& stated, const Vocabulary& vocabulary,
                  Findings& findings) {
    Resolver(form, stated, vocabulary, findings).run();
}

}  // namespace biao::definitions
