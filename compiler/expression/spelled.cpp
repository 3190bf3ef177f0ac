// Expressions as text again: what a message shows of a calculation.
#include "expression/arithmetic.h"

namespace biao::expression {
namespace {

using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Operand;
using syntax::Operator;

/// How tightly a node holds its operands; one that holds them less tightly stands in brackets,
/// which the tree itself does not keep.
int tightness(ExprKind kind) {
    switch (kind) {
        case ExprKind::query:
            return 0;
        case ExprKind::any:
            return 1;
        case ExprKind::all:
            return 2;
        case ExprKind::isNot:
            return 3;
        case ExprKind::compare:
        case ExprKind::range:
        case ExprKind::tuple:
            return 4;
        case ExprKind::sum:
            return 5;
        case ExprKind::product:
            return 6;
        case ExprKind::negate:
            return 7;
        default:
            return 8;
    }
}

class Speller {
public:
    explicit Speller(const syntax::File& file) : file_(file) {}

    void spell(ExprId id, int atLeast) {
        if (!id) return;
        const Expr& e = file_[id];
        const bool brackets = tightness(e.kind) < atLeast;
        if (brackets) out_ += "(";
        node(e);
        if (brackets) out_ += ")";
    }

    std::string take() { return std::move(out_); }

private:
    void node(const Expr& e) {
        const auto operands = file_.of(e.operands);
        switch (e.kind) {
            case ExprKind::number:
                out_ += e.text;
                if (e.unit && isLatin(e.unit.text.front())) out_ += " ";
                out_ += e.unit.text;
                return;
            case ExprKind::notApplicable:
                out_ += "/";
                return;
            case ExprKind::text:
                out_ += "\"";
                out_ += e.text;
                out_ += "\"";
                return;
            case ExprKind::role:
                out_ += "@";
                out_ += e.text;
                return;
            case ExprKind::member:
                spell(operands[0].expr, 8);
                out_ += e.op == Operator::role ? ".@" : ".";
                out_ += e.text;
                return;
            case ExprKind::call:
            case ExprKind::index: {
                spell(operands[0].expr, 8);
                out_ += e.kind == ExprKind::call ? "(" : "[";
                listed(operands, 1);
                out_ += e.kind == ExprKind::call ? ")" : "]";
                return;
            }
            case ExprKind::list:
                out_ += "[";
                listed(operands, 0);
                out_ += "]";
                return;
            case ExprKind::negate:
                out_ += "-";
                spell(operands[0].expr, 8);
                return;
            case ExprKind::sum:
            case ExprKind::product:
                joined(e, operands);
                return;
            case ExprKind::compare:
                spell(operands[0].expr, 5);
                out_ += " " + syntax::spelling(e.op).zh + " ";
                spell(operands[1].expr, 5);
                return;
            case ExprKind::range:
                spell(operands[0].expr, 5);
                out_ += "~";
                spell(operands[1].expr, 5);
                return;
            case ExprKind::query:
                // Its words have no place here; what it ranges over says enough.
                spell(file_.query(e).body, 1);
                return;
            default:
                out_ += e.text.empty() ? std::string_view("\u2026") : e.text;
        }
    }

    void joined(const Expr& e, syntax::File::Slice<Operand> operands) {
        const int own = tightness(e.kind);
        for (const Operand& operand : operands) {
            if (operand.op != Operator::none) {
                out_ += " " + syntax::spelling(operand.op).zh + " ";
            }
            // A sum inside a sum, a product inside a product: someone bracketed it.
            spell(operand.expr, own + 1);
        }
    }

    void listed(syntax::File::Slice<Operand> operands, std::uint32_t from) {
        for (std::uint32_t i = from; i < operands.size(); ++i) {
            if (i > from) out_ += ", ";
            spell(operands[i].expr, 0);
        }
    }

    static bool isLatin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    const syntax::File& file_;
    std::string out_;
};

}  // namespace

std::string spelled(const syntax::File& file, ExprId expr) {
    Speller speller(file);
    speller.spell(expr, 0);
    return speller.take();
}

}  // namespace biao::expression
