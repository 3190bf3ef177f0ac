// What must be filled in, and with words of one's own: 必填 当, 至少一, 模板; and 仅列, which says
// where what a line is made of holds.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

/// 必填 当 得分 < 权重
void FormBuilder::demand(ElementId id, const Attribute& a) {
    Element& e = (*form_)[id];
    e.required = e.hard = false;
    e.demand = {&file_, a.when, file_[a.when].span};
}

/// 模板 "（单位填写：*）", several in a list, or the name of a 词表.
void FormBuilder::templates(ElementId id, ExprId value, Span span) {
    Element& e = (*form_)[id];
    const bool takesText =
        e.kinds.empty() || std::any_of(e.kinds.begin(), e.kinds.end(), [](auto& k) {
            return k.type == Kind::Type::text || k.type == Kind::Type::any;
        });
    const auto words = wordsOf(file_, value);
    if (words.empty() || !takesText) return bad(span, phrase(Phrase::templateOfWhat));
    for (const Word& word : words)
        e.templateTexts.emplace_back(word.text);
    if (file_[value].kind == ExprKind::name) {
        e.templateLists.emplace_back(words[0].text);
        return;
    }
    for (const Word& word : words) {
        e.templates.patterns.add(Pattern(word.text));
        if (e.templates.patterns.patterns().back().tooMany())
            bad(span, phrase(Phrase::tooManyAlternatives));
    }
}

/// 仅列 [本年, 上年]
void FormBuilder::resolveLimits() {
    for (const auto& [id, columns, span] : limited_) {
        const auto words = wordsOf(file_, columns);
        const Element& line = (*form_)[id];
        if (words.empty() || line.kind != ElementKind::line ||
            (line.decompositions.empty() && !line.formula)) {
            bad(span, phrase(Phrase::onlyColumnsOfWhat));
            continue;
        }
        ElementId table = line.parent;
        while ((*form_)[table].kind == ElementKind::line)
            table = (*form_)[table].parent;
        for (const Word& word : words) {
            const ElementId column = lookUp(word.text, table);
            if (column && (*form_)[column].kind == ElementKind::column) {
                (*form_)[id].onlyColumns.push_back(column);
                continue;
            }
            std::vector<std::string> candidates;
            for (const ElementId each : (*form_)[table].columns) {
                const auto& spelled = (*form_)[each].spellings;
                candidates.insert(candidates.end(), spelled.begin(), spelled.end());
            }
            unknown(word, placeName(table), candidates);
        }
    }
    limited_.clear();
}

/// 至少一 { 经济效益指标; 社会效益指标 }
void FormBuilder::resolveOneOf() {
    for (const auto& [declaration, scope] : oneOf_) {
        OneOf one;
        one.scope = scope;
        one.span = declaration->span;
        for (const auto line : declaration->block) {
            if (file_[line].broken) continue;
            if (const ElementId id = existing(file_[line].name, scope)) one.elements.push_back(id);
        }
        if (!one.elements.empty()) form_->oneOf.push_back(std::move(one));
    }
    oneOf_.clear();
}

Kind FormBuilder::textKind() const {
    Kind text;
    text.type = Kind::Type::text;
    text.name = spelling(ValueKind::text);
    return text;
}

}  // namespace biao::definitions
