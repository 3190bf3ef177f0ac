// What the tests of this folder share: the standard library's units with a form read from a text,
// and rows made by hand under its elements.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "definitions/library.h"
#include "expression/rule.h"
#include "expression/world.h"
#include "syntax/ast.h"

namespace biao::test {

/// Rows with cells as they would be written: "≤3万元", "?", "/", "" (blank), "!" (not understood),
/// "是", "否", anything else that is no quantity: words. Row n stands at byte 100(n+1) of a file of
/// its own, its name at the next ten bytes, its cells ten bytes further each.
class Rows final : public expression::World {
public:
    Rows(const definitions::Form& form, const UnitTable& units) : form_(form), units_(units) {}

    /// `target`: its own value; `columns`: name, value in turn.
    Rows& add(std::string_view element, std::string name, std::string target,
              std::vector<std::pair<std::string, std::string>> columns = {});
    /// The last row stands 为合计.
    Rows& total();

    const definitions::Form& form() const override { return form_; }
    std::vector<expression::RowId> rows(definitions::ElementId element) const override;
    definitions::ElementId element(expression::RowId row) const override;
    std::string_view name(expression::RowId row) const override;
    Span span(expression::RowId row) const override;
    bool isTotal(expression::RowId row) const override;
    std::vector<definitions::ElementId> categoryPath(expression::RowId row) const override;
    const definitions::Promise& promise(expression::RowId row) const override;
    expression::Cell cell(expression::RowId row, definitions::ElementId column) const override;

private:
    struct Row {
        definitions::ElementId element;
        std::string name;
        bool total = false;
        std::vector<std::pair<definitions::ElementId, std::string>> cells;
    };
    const definitions::Form& form_;
    const UnitTable& units_;
    std::deque<Row> rows_;
    mutable definitions::Promise promise_;
};

/// The form of a text, and its first rule.
class Scene {
public:
    /// `body` is what stands in the braces of the rule, put into a form of two trees, two tables
    /// and a budget; see scene.cpp.
    explicit Scene(std::string_view body, std::string_view changes = "");
    /// The units alone, with a file whose text is `body`.
    struct Plain {};
    Scene(Plain, std::string_view text);

    const UnitTable& units() const { return library_.units(); }
    const syntax::File& file() const { return *files_.back(); }
    const definitions::Form& form() const { return *form_; }
    const definitions::Library& library() const { return library_; }
    std::shared_ptr<const expression::CompiledRule> rule() const { return rule_; }
    Rows rows() const { return {*form_, library_.units()}; }

    /// Faults of the rule, each "text it points at | code | message".
    std::vector<std::string> faults(Language language = Language::zh) const;
    std::vector<Finding> run(const Rows& rows) const;
    /// The messages of a run.
    std::vector<std::string> said(const Rows& rows, Language language = Language::zh) const;
    /// The text at `span` of the form's file.
    std::string at(Span span) const;

private:
    void read(std::string path, std::string text);

    SourceSet sources_;
    std::deque<std::unique_ptr<syntax::File>> files_;
    definitions::Library library_;
    std::shared_ptr<const definitions::Form> form_;
    std::shared_ptr<const expression::CompiledRule> rule_;
    Findings faults_;
};

}  // namespace biao::test
