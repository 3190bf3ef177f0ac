// Totals against their parts, to the last 分: funds, fields, lines and columns of tables, numbers a
// category states for its rows, 其中 rows, and rows marked as the total of their neighbours.
#include <algorithm>

#include "checks/checks.h"
#include "checks/split.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
namespace {

using definitions::Decomposition;
using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using definitions::Kind;
using model::Cell;
using model::ColumnRef;
using model::Row;
using model::RowIndex;
using model::RowKind;

class Sums {
public:
    explicit Sums(const Context& context)
        : context_(context),
          judge_(context),
          form_(context.form()),
          rows_(context.submission.rows) {
        children_.resize(rows_.size());
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].parent) children_[rows_[i].parent.value].push_back(i);
        }
    }

    void run() {
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            switch (rows_[i].kind) {
                case RowKind::fund:
                    fund(i);
                    break;
                case RowKind::field:
                    field(i);
                    break;
                case RowKind::line:
                    line(i);
                    columns(i);
                    break;
                case RowKind::category:
                    category(i);
                    break;
                case RowKind::indicator:
                    ofWhich(i);
                    if (rows_[i].isTotal) totalRow(i);
                    break;
                default:
                    break;
            }
        }
        judge_.sayAll();
        solveAny(context_, asking_);
    }

private:
    static Localized nameOf(const definitions::Form& form, const Row& row) {
        const bool own = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                         row.added ||
                         (row.kind == RowKind::line && form[row.element].kind != ElementKind::line);
        return own ? Localized(std::string(row.name)) : form[row.element].shown();
    }

    Split start(const Row& row, const Decomposition* decomposition) const {
        Split split;
        split.name = nameOf(form_, row);
        split.total = usable(row.element, row.value());
        split.span = row.value().isBlank() ? row.nameSpan : row.value().span;
        split.nonNegative = nonNegative(form_, row.element);
        if (decomposition) {
            split.ofWhich = decomposition->ofWhich;
            if (form_[row.element].decompositions.size() > 1) split.label = decomposition->label;
        }
        return split;
    }

    Split::Part part(const Row& row, bool minus) const {
        return {nameOf(form_, row), usable(row.element, row.value()),
                row.value().isBlank() ? row.nameSpan : row.value().span, minus};
    }

    void settle(const std::vector<Split>& splits) {
        for (const Split& split : splits) {
            if (!split.parts.empty()) judge_.hear(split);
        }
        asking_.insert(asking_.end(), splits.begin(), splits.end());
    }

    void fund(std::uint32_t index) {
        const Row& row = rows_[index];
        if (row.added) {
            if (row.value().type == model::Value::Type::asked) return;  // its total asks
            return;
        }
        std::vector<Split> splits;
        for (const Decomposition& d : form_[row.element].decompositions) {
            Split split = start(row, &d);
            for (const std::uint32_t child : children_[index]) {
                const Row& part_ = rows_[child];
                if (part_.kind != RowKind::fund) continue;
                if (part_.added) {
                    if (d.open || part_.broken) split.parts.push_back(part(part_, false));
                    continue;
                }
                for (const auto& p : d.parts) {
                    if (p.element == part_.element) split.parts.push_back(part(part_, p.minus));
                }
            }
            // A part with a split of its own and no number is what its parts add up to.
            for (std::size_t i = 0; i < split.parts.size(); ++i)
                derive(split.parts[i], index, i, d);
            splits.push_back(std::move(split));
        }
        if (splits.empty() && row.value().type == model::Value::Type::asked &&
            row.equations.empty() && !(form_[row.element].parent.value != 0)) {
            splits.push_back(start(row, nullptr));
        }
        settle(splits);
    }

    /// A subtotal that is not written is derived from its own parts.
    void derive(Split::Part& p, std::uint32_t index, std::size_t, const Decomposition&) const {
        if (!p.amount.isBlank()) return;
        for (const std::uint32_t child : children_[index]) {
            const Row& row = rows_[child];
            if (row.kind != RowKind::fund || row.nameSpan != p.span) continue;
            p.amount = derived(child);
        }
    }
    Amount derived(std::uint32_t index) const {
        const Row& row = rows_[index];
        const Amount own = row.value().number();
        if (!own.isBlank() || row.added) return own;
        for (const Decomposition& d : form_[row.element].decompositions) {
            if (d.ofWhich) continue;
            std::vector<Amount> terms;
            for (const std::uint32_t child : children_[index]) {
                for (const auto& p : d.parts) {
                    if (rows_[child].element == p.element) terms.push_back(derived(child));
                }
            }
            const auto result = sum(context_.units(), terms);
            const Total* total = std::get_if<Total>(&result);
            if (total && !total->amount.isBlank()) return total->amount;
        }
        return own;
    }

    void field(std::uint32_t index) {
        const Row& row = rows_[index];
        std::vector<Split> splits;
        for (const Decomposition& d : form_[row.element].decompositions) {
            Split split = start(row, &d);
            for (const auto& p : d.parts) {
                for (const Row& other : rows_) {
                    if (other.kind == RowKind::field && other.element == p.element) {
                        split.parts.push_back(part(other, p.minus));
                    }
                }
            }
            splits.push_back(std::move(split));
        }
        settle(splits);
    }

    /// A quantity of the wrong kind was said to be; the sums it stands in are unknown, not wrong.
    Amount usable(ElementId id, const model::Value& value) const {
        const Amount amount = value.number();
        const auto& kinds = form_[id].kinds;
        if (!amount.isKnown() || amount.quantity().bare() || kinds.size() != 1 ||
            kinds[0].type != Kind::Type::dimension || kinds[0].dimension.empty()) {
            return amount;
        }
        const auto& readings = amount.quantity().unit->readings();
        const bool fits = std::any_of(readings.begin(), readings.end(), [&](const Reading& r) {
            return comparable(context_.units().compatible(r.dimension, kinds[0].dimension));
        });
        return fits ? amount : Amount::unknown(value.span);
    }

    static bool summable(const Element& column) {
        return !column.kinds.empty() &&
               std::all_of(column.kinds.begin(), column.kinds.end(), [](const Kind& k) {
                   return k.type == Kind::Type::count ||
                          (k.type == Kind::Type::dimension && !k.dimension.empty());
               });
    }

    Amount amountOf(const Row& row, const ColumnRef& column) const {
        const Cell* cell = row.cell(column);
        if (!cell) {
            // Perhaps it stands under a header that was misspelt.
            return meant(column.element) ? Amount::unknown(row.nameSpan) : Amount();
        }
        // What a formula works out is asked of that.
        const Element& of = form_[column.element];
        const bool byFormula =
            of.formula || (form_[row.element].formula && of.decompositions.empty());
        if (byFormula && cell->value.type == model::Value::Type::asked) {
            return Amount::unknown(cell->value.span);
        }
        const Amount amount = usable(column.element, cell->value);
        const bool wrongSign = amount.isKnown() && amount.quantity().value.sign() < 0 &&
                               nonNegative(form_, column.element);
        return wrongSign ? Amount::unknown(cell->value.span) : amount;
    }
    bool meant(ElementId id) const {
        const auto& names = context_.submission.misspelt;
        return id && std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                   const auto& spelled = form_[id].spellings;
                   return std::find(spelled.begin(), spelled.end(), name) != spelled.end();
               });
    }
    Span spanOf(const Row& row, const ColumnRef& column) const {
        const Cell* cell = row.cell(column);
        return cell && !cell->value.span.empty() ? cell->value.span : row.nameSpan;
    }
    Localized columnName(const ColumnRef& column) const {
        if (!column.year) return form_[column.element].shown();
        return yearsOf(column);
    }
    std::string group(ElementId owner) const { return "table " + form_[owner].id; }

    /// 支出 = 人员 + 公用, 总计 = 合计(行): holds in every column of amounts or counts.
    void line(std::uint32_t index) {
        const Row& row = rows_[index];
        const ElementId owner = form_.owner(row.element);
        const auto* opened = context_.submission.columnsOf(owner);
        if (!opened || row.added || form_[row.element].kind != ElementKind::line) return;
        for (const ColumnRef& column : *opened) {
            const auto& only = form_[row.element].onlyColumns;
            const bool meant =
                only.empty() ? summable(form_[column.element])
                             : std::find(only.begin(), only.end(), column.element) != only.end();
            if (!meant) continue;
            std::vector<Split> splits;
            for (const Decomposition& d : form_[row.element].decompositions) {
                Split split;
                split.name = phrase(Phrase::cellName, {{"row", form_[row.element].shown()},
                                                       {"column", columnName(column)}});
                split.total = amountOf(row, column);
                split.span = spanOf(row, column);
                split.ofWhich = d.ofWhich;
                split.label = d.label;
                split.group = group(owner);
                for (const std::uint32_t other : linesBeside(index, d)) {
                    const Row& r = rows_[other];
                    const bool minus = std::any_of(d.parts.begin(), d.parts.end(), [&](auto& p) {
                        return p.element == r.element && p.minus;
                    });
                    split.parts.push_back(
                        {nameOf(form_, r), amountOf(r, column), spanOf(r, column), minus});
                }
                splits.push_back(std::move(split));
            }
            settle(splits);
        }
    }

    /// The rows a line sums: the lines it names wherever they stand in the table, with those that
    /// the submission adds inside it; or all rows of its block that are no totals themselves.
    std::vector<std::uint32_t> linesBeside(std::uint32_t index, const Decomposition& d) const {
        std::vector<std::uint32_t> out;
        if (d.allRows) {
            for (const std::uint32_t other : children_[rows_[index].parent.value]) {
                if (other != index && rows_[other].kind == RowKind::line && !rows_[other].isTotal &&
                    form_[rows_[other].element].decompositions.empty()) {
                    out.push_back(other);
                }
            }
            return out;
        }
        for (const auto& p : d.parts) {
            for (std::uint32_t i = 0; i < rows_.size(); ++i) {
                const bool named = rows_[i].element == p.element && !rows_[i].added;
                if (rows_[i].kind == RowKind::line && named) out.push_back(i);
            }
        }
        for (const std::uint32_t inner : d.open ? children_[index] : std::vector<std::uint32_t>()) {
            if (rows_[inner].added) out.push_back(inner);
        }
        return out;
    }

    /// 总额 = 财政拨款 + 其他资金: the columns of one row.
    void columns(std::uint32_t index) {
        const Row& row = rows_[index];
        const ElementId owner = form_.owner(row.element);
        const auto* opened = context_.submission.columnsOf(owner);
        for (const ElementId id : form_.columnsOf(row.element)) {
            std::vector<Split> splits;
            for (const Decomposition& d : form_[id].decompositions) {
                Split split;
                const ColumnRef whole{id, {}};
                split.name = phrase(Phrase::cellName,
                                    {{"row", nameOf(form_, row)}, {"column", form_[id].shown()}});
                split.total = amountOf(row, whole);
                split.span = spanOf(row, whole);
                split.ofWhich = d.ofWhich;
                split.group = group(owner);
                for (const auto& p : d.parts) {
                    if (!form_[p.element].period.each) {
                        const ColumnRef column{p.element, {}};
                        split.parts.push_back({form_[p.element].shown(), amountOf(row, column),
                                               spanOf(row, column), p.minus});
                        continue;
                    }
                    for (const ColumnRef& column : opened ? *opened : std::vector<ColumnRef>()) {
                        if (column.element != p.element) continue;
                        split.parts.push_back({columnName(column), amountOf(row, column),
                                               spanOf(row, column), p.minus});
                    }
                }
                splits.push_back(std::move(split));
            }
            settle(splits);
        }
    }

    /// 产出指标, 分值 50: what is set on a category in a summed column is the sum of its rows.
    void category(std::uint32_t index) {
        const Row& row = rows_[index];
        for (const Cell& cell : row.cells) {
            if (!cell.column.element) continue;
            const Element& column = form_[cell.column.element];
            if (column.mode != definitions::Mode::summed) continue;
            Split split;
            split.name = phrase(Phrase::cellName,
                                {{"row", row.element.value == 0 ? Localized(std::string(row.name))
                                                                : form_[row.element].shown()},
                                 {"column", column.shown()}});
            split.total = cell.value.number();
            split.span = cell.value.span;
            addends(index, cell.column, split.parts);
            if (lacksWeight(column, split)) continue;  // which is what has to be said
            settle({std::move(split)});
        }
    }
    /// Where a form says what its rows weigh, a row without a weight beside others that have one is
    /// missing it: no sum of the others is held against anything.
    bool lacksWeight(const Element& column, const Split& split) const {
        const auto blank = std::count_if(split.parts.begin(), split.parts.end(),
                                         [](const auto& part) { return part.amount.isBlank(); });
        return column.role.role == syntax::Role::weight && !form_.weights.empty() && blank > 0 &&
               blank < static_cast<std::ptrdiff_t>(split.parts.size());
    }
    void addends(std::uint32_t index, const ColumnRef& column,
                 std::vector<Split::Part>& into) const {
        for (const std::uint32_t child : children_[index]) {
            const Row& row = rows_[child];
            if (row.kind == RowKind::ofWhich || row.kind == RowKind::together || row.isTotal) {
                continue;
            }
            const Amount own = amountOf(row, column);
            const bool applies = row.kind != RowKind::indicator ||
                                 row.value().type != model::Value::Type::notApplicable;
            if (own.isBlank() && !applies) continue;
            if (row.kind == RowKind::category && own.isBlank()) {
                addends(child, column, into);
            } else if (row.kind == RowKind::category || row.kind == RowKind::indicator) {
                const Localized name = row.kind == RowKind::category
                                           ? form_[row.element].shown()
                                           : Localized(std::string(row.name));
                into.push_back({name, own, spanOf(row, column), false});
            }
        }
    }

    void ofWhich(std::uint32_t index) {
        Split split = start(rows_[index], nullptr);
        // A whole of ≥3个 may be any number from 3 on: no part is too large for it.
        switch (rows_[index].value().op) {
            case syntax::Operator::none:
            case syntax::Operator::eq:
            case syntax::Operator::le:
            case syntax::Operator::lt:
                break;
            default:
                return;
        }
        split.ofWhich = true;
        for (const std::uint32_t child : children_[index]) {
            if (rows_[child].kind == RowKind::ofWhich) {
                split.parts.push_back(part(rows_[child], false));
            }
        }
        if (!split.parts.empty()) judge_.hear(split);
    }

    /// 为合计: the total of the rows beside it that measure the same thing.
    void totalRow(std::uint32_t index) {
        const Row& row = rows_[index];
        Split split = start(row, nullptr);
        if (!split.total.isKnown() || split.total.quantity().bare()) return;
        for (const std::uint32_t other : children_[row.parent.value]) {
            const Row& r = rows_[other];
            if (other == index || r.kind != RowKind::indicator || r.isTotal) continue;
            if (r.value().op != row.value().op) return;  // a cap is no sum of exact amounts
            const Amount amount = r.value().number();
            if (amount.isKnown()) {
                const Quantity& q = amount.quantity();
                if (q.bare() || !compare(context_.units(), q, split.total.quantity())) continue;
            } else if (amount.isBlank()) {
                continue;
            }
            split.parts.push_back(part(r, false));
        }
        if (!split.parts.empty()) judge_.hear(split);
    }

    const Context& context_;
    Judge judge_;
    std::vector<Split> asking_;  // solved together: one `?` may stand in several sums
    const definitions::Form& form_;
    const std::vector<Row>& rows_;
    std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace

void partsDoNotSum(const Context& context) {
    Sums(context).run();
}

}  // namespace biao::checks
