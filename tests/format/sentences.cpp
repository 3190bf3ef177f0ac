#include "sentences.h"

#include <algorithm>
#include <map>

#include "BiaoParser.h"
#include "atn/ATN.h"
#include "atn/RuleStartState.h"
#include "atn/RuleStopState.h"
#include "atn/RuleTransition.h"
#include "parse/layout.h"

namespace biao::test {
namespace {

using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;
using P = grammar::BiaoParser;

constexpr std::size_t endless = 1'000'000;

/// Some spellings of each token, in both languages and widths.
const std::map<std::size_t, std::vector<std::string>>& spellings() {
    static const std::map<std::size_t, std::vector<std::string>> all = {
        {P::USE_KW, {"使用", "use"}},
        {P::FORM_KW, {"表单", "form"}},
        {P::FRAGMENT_KW, {"片段", "fragment"}},
        {P::EXTENDS_KW, {"继承", "extends"}},
        {P::INCLUDE_KW, {"包含", "include"}},
        {P::SUBJECT_KW, {"主体", "subject"}},
        {P::FIELD_KW, {"字段", "field"}},
        {P::FUND_KW, {"资金", "fund"}},
        {P::TABLE_KW, {"表", "table"}},
        {P::COLUMN_KW, {"列", "column"}},
        {P::COLUMNS_KW, {"列组", "columns"}},
        {P::LINE_KW, {"行", "line"}},
        {P::TREE_KW, {"指标", "indicators"}},
        {P::CATEGORY_KW, {"类", "category"}},
        {P::LIST_KW, {"清单", "list"}},
        {P::GROUP_KW, {"组", "group"}},
        {P::SECTION_KW, {"节", "section"}},
        {P::LAYOUT_KW, {"版式", "layout"}},
        {P::PARAMETER_KW, {"参数", "parameter"}},
        {P::ONE_OF_KW, {"至少一", "at_least_one"}},
        {P::DROP_KW, {"删", "drop"}},
        {P::CHANGE_KW, {"改", "change"}},
        {P::RENAME_KW, {"改名", "rename"}},
        {P::ADD_KW, {"增", "add"}},
        {P::REPLACE_KW, {"换", "replace"}},
        {P::RULE_KW, {"规则", "rule"}},
        {P::SCHEME_KW, {"评分法", "scheme"}},
        {P::BANDS_KW, {"分段", "bands"}},
        {P::WEIGHTS_KW, {"权重", "weights"}},
        {P::NAMES_KW, {"名称", "names"}},
        {P::NORMAL_KW, {"归一", "normalize"}},
        {P::WORDS_KW, {"词表", "words"}},
        {P::DIMENSION_KW, {"量纲", "dimension"}},
        {P::UNIT_KW, {"计量", "unit"}},
        {P::CLASS_KW, {"计量类", "class"}},
        {P::SCALE_KW, {"量表", "scale"}},
        {P::CHOICES_KW, {"选项", "choices"}},
        {P::ERA_KW, {"时代", "era"}},
        {P::LIBRARY_KW, {"指标库", "library"}},
        {P::WORKSPACE_KW, {"工作区", "workspace"}},
        {P::ACTUALS_KW, {"实绩", "actuals"}},
        {P::FLAG_KW, {"必填", "required", "强制", "提示", "选填"}},
        {P::FOR_KW, {"对", "for"}},
        {P::OVER_KW, {"于", "over"}},
        {P::LET_KW, {"令", "let"}},
        {P::WHEN_KW, {"当", "when"}},
        {P::AT_KW, {"位置", "at"}},
        {P::SEE_KW, {"参见", "see"}},
        {P::FIX_KW, {"改为", "fix"}},
        {P::YIELD_KW, {"让位", "overrides"}},
        {P::NOTE_KW, {"说明", "why", "改法"}},
        {P::SOURCE_KW, {"来源", "source"}},
        {P::WRONG_KW, {"反例", "wrong"}},
        {P::RIGHT_KW, {"正例", "right"}},
        {P::UNSETTLED_KW, {"未定", "undetermined"}},
        {P::ELSE_KW, {"否则", "else"}},
        {P::AND_KW, {"且", "and"}},
        {P::OR_KW, {"或", "or"}},
        {P::NOT_KW, {"非", "not"}},
        {P::IN_KW, {"属于", "in", "⊆"}},
        {P::LIKE_KW, {"匹配", "like"}},
        {P::SHARE_KW, {"占", "share"}},
        {P::BLANK_KW, {"空", "blank"}},
        {P::YES_KW, {"是", "yes"}},
        {P::IS_KW, {"is"}},
        {P::NO_KW, {"否", "no"}},
        {P::OF_WHICH_KW, {"其中", "of_which"}},
        {P::ACCEPT_KW, {"接受", "accept"}},
        {P::GE, {"≥", ">=", "＞＝", "不低于", "at_least"}},
        {P::LE, {"≤", "<=", "至多", "at_most"}},
        {P::GT, {">", "＞", "超过"}},
        {P::LT, {"<", "＜", "低于"}},
        {P::EQ, {"=", "＝"}},
        {P::NE, {"≠", "!=", "！＝"}},
        {P::REACH, {"达到", "达", "reach"}},
        {P::BY, {"截至", "不晚于", "by"}},
        {P::PARTS, {"(=", "（ ＝", "( ="}},
        {P::LBRACE, {"{", "｛"}},
        {P::RBRACE, {"}", "｝"}},
        {P::LPAREN, {"(", "（"}},
        {P::RPAREN, {")", "）"}},
        {P::LBRACK, {"[", "【"}},
        {P::RBRACK, {"]", "】"}},
        {P::COMMA, {",", "，"}},
        {P::COLON, {":", "："}},
        {P::ALSO, {"、", "&", "＆"}},
        {P::DOT, {".", "．"}},
        {P::PLUS, {"+", "＋"}},
        {P::MINUS, {"-", "－", "−"}},
        {P::MUL, {"×", "*", "＊"}},
        {P::DIV, {"÷", " / ", "  ／ "}},
        {P::PER, {"/", "／"}},
        {P::TIMES_UNIT, {"·", "・"}},
        {P::TILDE, {"~", "～"}},
        {P::BAR, {"|", "｜"}},
        {P::ASK, {"?", "？"}},
        {P::ARROW, {"→", "->", "=>", "⇒"}},
        {P::ELLIPSIS, {"…", "……", "..."}},
        {P::PERCENT, {"%", "％", "‰"}},
        {P::VERSION, {"@2031", "＠２０３１", "@2031.2"}},
        {P::ROLE, {"@预算", "＠budget"}},
        {P::ROW_ID, {"#lamp", "#r-1", "＃灯"}},
        {P::CODE, {"B3:国家.某规则", "B1：甲"}},
        {P::DATE_RANGE, {"1-12月", "1 月 - 12 月", "2031年3月~2031年11月", "2031-09 ~ 2032-03"}},
        {P::DATE,
         {"2031年", "12月底", "2031 年 10 月底前", "第4季度", "2031-10-31", "每年12月", "Dec"}},
        {P::RATIO, {"1:3", "1：16"}},
        {P::NUMBER, {"0", "5", "12", "2031", "3.6", "９８", "100000"}},
        {P::GROUPED_NUMBER, {"1,200", "12,345.6"}},
        {P::NAME,
         {"甲", "预算", "人", "万元", "年度", "达标", "km", "m2", "grant", "月", "年", "日", "ｋｍ",
          "ｂｙ", "每年", "x", "总体目标", "ℓ"}},
        {P::STRING,
         {"\"甲\"", "“乙”", "\"\"", "\"装 灯；a  b\"", "\"带\\\"引号\"", "“三“公”经费”",
          "\"很长很长很长很长很长很长很长很长很长很长很长的一段话，占很宽的一行\""}},
    };
    return all;
}

/// Signs that touch what they like without becoming part of it.
bool cannotEnd(std::size_t type) {
    return parse::cannotEnd(static_cast<std::uint8_t>(type));
}

bool cannotStart(std::size_t type) {
    return parse::cannotStart(static_cast<std::uint8_t>(type));
}

bool isLoose(std::size_t type) {
    switch (type) {
        case P::LBRACE:
        case P::RBRACE:
        case P::LPAREN:
        case P::RPAREN:
        case P::LBRACK:
        case P::RBRACK:
        case P::STRING:
        case P::PLUS:
        case P::BAR:
            return true;
        default:
            return false;
    }
}

}  // namespace

class Sentences::Walk {
public:
    static std::vector<std::unique_ptr<antlr4::Token>> emptyFile() {
        std::vector<std::unique_ptr<antlr4::Token>> tokens;
        tokens.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
        return tokens;
    }

    explicit Walk(std::uint32_t seed)
        : nothing_(emptyFile()),
          tokens_(&nothing_),
          parser_(&tokens_),
          atn_(parser_.getATN()),
          random_(seed) {
        shortest();
    }

    std::string file() {
        types_.clear();
        rule(P::RuleFile);
        return text();
    }

    std::vector<std::string> untaken() const {
        std::vector<std::string> out;
        for (ATNState* state : atn_.states) {
            if (!state || state->transitions.size() < 2 ||
                state->getStateType() == ATNState::RULE_STOP) {
                continue;
            }
            const auto rule = parser_.getRuleNames()[state->ruleIndex];
            if (rule == "message" || rule == "cellText") continue;
            for (const Transition* transition : state->transitions) {
                if (taken_.count(transition) > 0) continue;
                out.push_back(
                    rule + ": " +
                    atn_.nextTokens(transition->target).toString(parser_.getVocabulary()));
            }
        }
        return out;
    }

private:
    unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }

    /// How many tokens it takes at least from each state to the end of its rule.
    void shortest() {
        least_.assign(atn_.states.size(), endless);
        for (ATNState* state : atn_.states) {
            if (state && state->getStateType() == ATNState::RULE_STOP) least_[number(state)] = 0;
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (ATNState* state : atn_.states) {
                if (!state) continue;
                for (const Transition* transition : state->transitions) {
                    const auto cost = costOf(*transition);
                    if (cost >= least_[number(state)]) continue;
                    least_[number(state)] = cost;
                    changed = true;
                }
            }
        }
    }

    static std::size_t number(const ATNState* state) {
        return static_cast<std::size_t>(state->stateNumber);
    }

    std::size_t costOf(const Transition& transition) const {
        if (transition.getSerializationType() == Transition::RULE) {
            const auto& call = static_cast<const RuleTransition&>(transition);
            return least_[number(call.target)] + least_[number(call.followState)];
        }
        return least_[number(transition.target)] + (transition.isEpsilon() ? 0 : 1);
    }

    const Transition* choose(ATNState* state) {
        const auto& all = state->transitions;
        if (all.size() == 1) return all[0];
        const auto cheapest = [&] {
            return *std::min_element(all.begin(), all.end(), [&](const auto* a, const auto* b) {
                return costOf(*a) < costOf(*b);
            });
        };
        const Transition* seldom =
            *std::min_element(all.begin(), all.end(),
                              [&](const auto* a, const auto* b) { return taken_[a] < taken_[b]; });
        const Transition* one = all[pick(all.size())];
        const bool enough = types_.size() > wanted_ || (depth_ > 12 && pick(2) == 0);
        if (depth_ <= 40 && taken_[seldom] == 0) {
            one = seldom;
        } else if (enough || depth_ > 40) {
            one = cheapest();
        } else if (pick(4) == 0) {
            one = seldom;
        }
        ++taken_[one];
        return one;
    }

    void rule(std::size_t index) {
        ++depth_;
        ATNState* state = reinterpret_cast<ATNState*>(atn_.ruleToStartState[index]);
        const auto* stop = reinterpret_cast<ATNState*>(atn_.ruleToStopState[index]);
        if (index == P::RuleFile) wanted_ = 20 + pick(150);
        while (state != stop) {
            const Transition* transition = choose(state);
            const auto kind = transition->getSerializationType();
            if (kind == Transition::RULE) {
                const auto* call = static_cast<const RuleTransition*>(transition);
                rule(call->ruleIndex);
                state = call->followState;
                continue;
            }
            if (!transition->isEpsilon()) {
                const auto labels = transition->label().toList();
                types_.push_back(static_cast<std::size_t>(labels[pick(labels.size())]));
            }
            state = transition->target;
        }
        --depth_;
    }

    /// As somebody types it: each end of a statement a line end or ';', comments anywhere a line
    /// ends, full width here and there.
    std::string text() {
        std::string out;
        std::size_t before = P::END;
        std::size_t indent = 0;
        for (std::size_t at = 0; at < types_.size(); ++at) {
            const auto type = types_[at];
            if (type == antlr4::Token::EOF) break;
            if (type == P::END) {
                if (before == P::END || before == P::LBRACE) continue;
                const auto next = at + 1 < types_.size() ? types_[at + 1] : antlr4::Token::EOF;
                end(out, before, next);
            } else {
                if (type == P::RBRACE && indent > 0) --indent;
                const auto& words = spellings().at(type);
                gap(out, before, type);
                if (out.empty() || out.back() == '\n') out.append(indent * (1 + pick(4)), ' ');
                out += words[pick(words.size())];
                if (type == P::LBRACE) {
                    ++indent;
                    if (pick(6) == 0) comment(out);
                    if (pick(2) == 0) out += "\n";
                }
            }
            before = type;
        }
        if (pick(10) == 0) out += "// 末行";
        return out;
    }

    void comment(std::string& out) {
        static const std::vector<std::string> texts = {" // 注", "// a  b；（全角）  ",
                                                       " ／／ 说明：", "  //", "\n   // 独行"};
        out += texts[pick(texts.size())] + "\n";
    }

    void end(std::string& out, std::size_t before, std::size_t next) {
        if (cannotEnd(before) || cannotStart(next) || pick(4) == 0) out += ";";
        if (pick(8) == 0) comment(out);
        if (pick(3) > 0) out += "\n";
        if (pick(8) == 0) out += "\n\n";
        if (pick(12) == 0) comment(out);
        if (out.back() != '\n' && out.back() != ';') out += ";";
    }

    void gap(std::string& out, std::size_t before, std::size_t type) {
        if (out.empty() || before == P::END || before == P::LBRACE) return;
        const bool may = (cannotEnd(before) || cannotStart(type)) && type != P::STRING &&
                         type != P::RPAREN && type != P::RBRACK;
        if (may && pick(12) == 0) {
            if (pick(3) == 0) {
                comment(out);
            } else {
                out += "\n";
            }
            out += "                                                        ";
            return;
        }
        if (before == P::PER || type == P::PER || type == P::VERSION) return;
        if (isLoose(before) || isLoose(type)) {
            if (pick(3) > 0) out += " ";
        } else {
            out += pick(6) == 0 ? "   " : " ";
        }
    }

    antlr4::ListTokenSource nothing_;
    antlr4::CommonTokenStream tokens_;
    P parser_;
    const ATN& atn_;
    std::mt19937 random_;
    std::vector<std::size_t> least_;
    std::map<const Transition*, std::size_t> taken_;
    std::vector<std::size_t> types_;
    std::size_t wanted_ = 0;
    std::size_t depth_ = 0;
};

Sentences::Sentences(std::uint32_t seed) : walk_(std::make_unique<Walk>(seed)) {}
Sentences::~Sentences() = default;

std::string Sentences::file() {
    return walk_->file();
}

std::vector<std::string> Sentences::untaken() const {
    return walk_->untaken();
}

}  // namespace biao::test
