#include "syntax/dump.h"

#include "syntax/calendar.h"

namespace biao::syntax {
namespace {

const char* name(ExprKind kind) {
    switch (kind) {
        case ExprKind::number:
            return "number";
        case ExprKind::ratio:
            return "ratio";
        case ExprKind::asked:
            return "asked";
        case ExprKind::blank:
            return "blank";
        case ExprKind::notApplicable:
            return "not-applicable";
        case ExprKind::yes:
            return "yes";
        case ExprKind::no:
            return "no";
        case ExprKind::text:
            return "text";
        case ExprKind::date:
            return "date";
        case ExprKind::name:
            return "name";
        case ExprKind::role:
            return "role";
        case ExprKind::code:
            return "code";
        case ExprKind::member:
            return "member";
        case ExprKind::call:
            return "call";
        case ExprKind::index:
            return "index";
        case ExprKind::negate:
            return "negate";
        case ExprKind::isNot:
            return "not";
        case ExprKind::sum:
            return "sum";
        case ExprKind::product:
            return "product";
        case ExprKind::compare:
            return "compare";
        case ExprKind::all:
            return "all";
        case ExprKind::any:
            return "any";
        case ExprKind::range:
            return "range";
        case ExprKind::tuple:
            return "tuple";
        case ExprKind::list:
            return "list";
        case ExprKind::query:
            return "query";
        case ExprKind::missing:
            return "missing";
    }
    return "?";
}

class Dump {
public:
    explicit Dump(const File& file) : file_(file) {}

    std::string run() {
        for (const TopLevel& top : file_.lines) {
            if (top.declaration) declaration(top.declaration, 0);
            if (top.submission) item(top.submission, 0);
        }
        return std::move(out_);
    }

private:
    void line(int depth, const std::string& text) {
        out_.append(static_cast<std::size_t>(depth) * 2, ' ').append(text).push_back('\n');
    }
    static std::string mark(Operator op) {
        return op == Operator::none ? "" : " " + spelling(op).en;
    }
    static std::string word(const char* label, const Word& w) {
        return w ? " " + std::string(label) + "=" + std::string(w.text) : "";
    }

    /// Calendar tokens in their one spelling, so that all spellings of a date dump alike.
    static std::string spoken(const Expr& e) {
        const auto calendar = e.kind == ExprKind::date ? readCalendar(e.text) : std::nullopt;
        return calendar ? canonical(*calendar) : std::string(e.text);
    }

    void expr(ExprId id, int depth, const std::string& label = "",
              Operator before = Operator::none) {
        if (!id) return;
        const Expr& e = file_[id];
        std::string text = label.empty() ? "" : label + ": ";
        if (before != Operator::none) text += spelling(before).en + " ";
        text += name(e.kind);
        text += mark(e.op);
        const bool said = e.kind == ExprKind::asked || e.kind == ExprKind::blank ||
                          e.kind == ExprKind::yes || e.kind == ExprKind::no ||
                          e.kind == ExprKind::notApplicable;
        if (!e.text.empty() && !said) text += " " + spoken(e);
        if (e.unit) text += " [" + std::string(e.unit.text) + "]";
        line(depth, text);
        if (e.kind == ExprKind::query) {
            const QueryParts& q = file_.query(e);
            for (const Word& b : q.binders)
                line(depth + 1, "binder " + std::string(b.text));
            expr(q.body, depth + 1);
            expr(q.when, depth + 1, "when");
            return;
        }
        for (const Operand& o : file_.of(e.operands))
            expr(o.expr, depth + 1, "", o.op);
    }

    void equation(const Equation& e, int depth) {
        line(depth, std::string(e.ofWhich ? "of-which" : "equation") + word("label", e.label));
        for (const Part& p : file_.of(e.parts)) {
            line(depth + 1, std::string("part") + mark(p.sign) + (p.open ? " open" : "") +
                                word("name", p.name));
            expr(p.value, depth + 2);
            expr(p.share, depth + 2, "share");
            if (p.parts) equation(file_[p.parts], depth + 2);
        }
    }

    void attributes(Range<Attribute> range, int depth) {
        for (const Attribute& a : file_.of(range)) {
            line(depth, "attribute " + std::string(a.name.text) + mark(a.op));
            expr(a.value, depth + 1);
            expr(a.when, depth + 1, "when");
        }
    }

    void item(ItemId id, int depth) {
        const Item& i = file_[id];
        std::string text = i.headKind == HeadKind::text    ? "row "
                           : i.headKind == HeadKind::cells ? "header"
                           : i.headKind == HeadKind::date  ? "dated "
                                                           : "item ";
        const auto when = i.headKind == HeadKind::date ? readCalendar(i.head.text) : std::nullopt;
        text += (when ? canonical(*when) : std::string(i.head.text)) + word("title", i.title) +
                word("id", i.id) + mark(i.op);
        if (i.broken) text += " broken";
        line(depth, text);
        expr(i.value, depth + 1);
        for (const Equation& e : file_.of(i.equations))
            equation(e, depth + 1);
        for (const Cell& c : file_.of(i.cells)) {
            line(depth + 1, "cell" + mark(c.op));
            expr(c.value, depth + 2);
            expr(c.share, depth + 2, "share");
        }
        attributes(i.attributes, depth + 1);
        for (const Acceptance& a : file_.of(i.acceptances)) {
            line(depth + 1, "accept" + word("reason", a.reason) + (a.broken ? " broken" : ""));
            for (const ExprId code : a.codes)
                expr(code, depth + 2);
        }
        for (const ItemId child : i.block)
            item(child, depth + 1);
    }

    void declaration(Id<Declaration> id, int depth) {
        const Declaration& d = file_[id];
        std::string text = d.edit == Keyword::none ? "" : spelling(d.edit).en + " ";
        text += d.keyword == Keyword::none ? "setting" : spelling(d.keyword).en;
        text += word("name", d.name) + word("version", d.version) + word("base", d.base) +
                word("base-version", d.baseVersion);
        for (const Word& a : d.aliases)
            text += word("alias", a);
        for (const Flag f : d.flags)
            text += " " + spelling(f).en;
        text += mark(d.op);
        if (d.broken) text += " broken";
        line(depth, text);
        for (const Kind& k : d.kinds) {
            line(depth + 1, "kind " + std::string(k.name.text));
            for (const ExprId a : k.arguments)
                expr(a, depth + 2);
        }
        expr(d.arrow, depth + 1, "arrow");
        expr(d.value, depth + 1, "value");
        expr(d.upTo, depth + 1, "up-to");
        for (const Definition& def : d.definitions) {
            line(depth + 1,
                 std::string(def.ofWhich ? "of-which" : "definition") + word("label", def.label));
            for (const Operand& o : def.terms)
                expr(o.expr, depth + 2, "", o.op);
        }
        attributes(d.attributes, depth + 1);
        for (const auto child : d.block)
            declaration(child, depth + 1);
        for (const Clause& c : d.clauses)
            clause(c, depth + 1);
        for (const ItemId i : d.items)
            item(i, depth + 1);
    }

    void clause(const Clause& c, int depth) {
        std::string text = c.kind == ClauseKind::condition ? "condition" : spelling(c.kind).en;
        if (c.kind == ClauseKind::step) text = "step";
        for (const Word& n : c.names)
            text += " " + std::string(n.text);
        if (c.flag != Flag::none) text += " " + spelling(c.flag).en;
        text += mark(c.op);
        if (c.broken) text += " broken";
        line(depth, text);
        for (const ExprId e : c.exprs)
            expr(e, depth + 1);
        expr(c.when, depth + 1, "when");
        expr(c.result, depth + 1, "gives");
        for (const Text& t : c.texts) {
            line(depth + 1, "text" + word("language", t.language) + " " + std::string(t.text.text));
        }
        for (const ItemId i : c.items)
            item(i, depth + 1);
    }

    const File& file_;
    std::string out_;
};

}  // namespace

std::string dump(const File& file) {
    return Dump(file).run();
}

}  // namespace biao::syntax
