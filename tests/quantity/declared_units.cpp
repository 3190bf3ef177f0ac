#include "declared_units.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace biao::test {
namespace {

struct Declared {
    UnitTable table;
    std::map<std::string, BaseId, std::less<>> bases;

    BaseId define(const std::string& zh, const std::string& en, BaseKind kind,
                  std::optional<BaseId> parent = std::nullopt) {
        const BaseId id = table.defineBase({Localized(zh, en), kind, parent}).value();
        bases.emplace(zh, id);
        return id;
    }
    void word(const Localized& name, std::vector<Reading> readings) {
        if (!table.defineUnit(name, std::move(readings))) throw std::logic_error(name.zh);
    }
    void word(const Localized& name, std::string_view of, Number factor = 1) {
        word(name, {{Dimension(bases.find(of)->second), std::move(factor)}});
    }
    void alias(const std::string& name, std::string_view of) {
        if (!table.defineAlias(name, of)) throw std::logic_error(name);
    }
    void counted(const std::string& zh, const std::string& en,
                 std::initializer_list<const char*> words) {
        const BaseId id = define(zh, en, BaseKind::counted);
        for (const char* name : words)
            word(name, {{Dimension(id), Number(1)}});
    }

    Declared();
};

Number ratio(std::int64_t over, std::int64_t under) {
    return *Number(over).divided(under);
}

Declared::Declared() {
    const auto measured = BaseKind::measured;
    for (const auto& [name, factor] : std::initializer_list<std::pair<const char*, std::int64_t>>{
             {"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000}}) {
        table.defineMagnitude(name, factor);
    }
    table.definePerWord("每");

    define("金额", "money", measured);
    word(Localized("元", "yuan"), "金额");
    word("角", "金额", ratio(1, 10));
    word("万元", "金额", 10000);

    define("面积", "area", measured);
    word(Localized("平方米", "m2"), "面积");
    for (const char* name : {"㎡", "平米", "m²"})
        alias(name, "平方米");
    word("亩", "面积", ratio(2000, 3));
    word(Localized("公顷", "hm2"), "面积", 10000);
    alias("hm²", "公顷");
    word("平方公里", "面积", 1000000);

    define("长度", "length", measured);
    word(Localized("米", "m"), "长度");
    word(Localized("公里", "km"), "长度", 1000);
    alias("千米", "公里");
    word("里", "长度", 500);
    word("厘米", "长度", ratio(1, 100));
    word("毫米", "长度", ratio(1, 1000));
    define("延长", "run", measured);
    word("延米", "延长");

    define("体积", "volume", measured);
    word(Localized("立方米", "m3"), "体积");
    alias("方", "立方米");
    alias("m³", "立方米");
    word("升", "体积", ratio(1, 1000));

    define("质量", "mass", measured);
    word(Localized("公斤", "kg"), "质量");
    alias("千克", "公斤");
    word(Localized("吨", "t"), "质量", 1000);
    word("斤", "质量", ratio(1, 2));
    word("克", "质量", ratio(1, 1000));

    define("能量", "energy", measured);
    word(Localized("千瓦时", "kWh"), "能量");
    alias("度", "千瓦时");
    word("吨标准煤", "能量", 8141);
    define("功率", "power", measured);
    word(Localized("千瓦", "kW"), "功率");
    word("兆瓦", "功率", 1000);

    const BaseId month = define("月", "month", measured);
    word(Localized("月", "month"), {{Dimension(month), Number(1)}});
    alias("个月", "月");
    word(Localized("年", "year"), "月", 12);
    word("季度", "月", 3);
    alias("个季度", "季度");
    word("半年", "月", 6);
    define("日", "day", measured);
    word(Localized("天", "day"), "日");
    alias("日", "天");
    word("周", "日", 7);
    word("小时", "日", ratio(1, 24));
    word("分钟", "日", ratio(1, 1440));
    define("工作日", "working day", measured);
    word("工作日", "工作日");
    define("学期", "term", measured);
    word("学期", "学期");
    alias("个学期", "学期");
    word("学年", "学期", 2);

    word("%", {{Dimension(), ratio(1, 100)}});
    word("‰", {{Dimension(), ratio(1, 1000)}});
    word("成", {{Dimension(), ratio(1, 10)}});
    word("倍", {{Dimension(), Number(1)}});
    define("百分点", "percentage point", measured);
    word("百分点", "百分点");
    alias("个百分点", "百分点");
    table.defineMisspelling("百分比", "%");
    table.defineMisspelling("人/次", "人次");

    define("信息量", "information", measured);
    word("GB", "信息量");
    word("TB", "信息量", 1024);
    define("声级", "noise", measured);
    word("分贝", "声级");
    define("温度", "temperature", measured);
    word("℃", "温度");
    define("得分", "score", measured);
    word("分", {{Dimension(bases.at("得分")), Number(1)},
                {Dimension(bases.at("金额")), ratio(1, 100)},
                {Dimension(bases.at("日")), ratio(1, 1440)}});

    const BaseId people = define("人", "person", BaseKind::counted);
    word(Localized("人", "person"), {{Dimension(people), Number(1)}});
    for (const char* name : {"名", "位"})
        word(name, "人");
    counted("人次", "attendance", {"人次"});
    counted("户", "household", {"户"});
    counted("次", "event", {"次", "回", "场", "场次", "届", "轮", "批", "批次"});
    counted("起", "case", {"起", "例", "宗"});
    counted("机构", "organisation", {"家", "所"});
    const BaseId livestock = define("牲畜", "livestock", BaseKind::counted);
    word("头只", "牲畜");
    define("头", "head", BaseKind::counted, livestock);
    word("头", "头");
    define("只", "bird", BaseKind::counted, livestock);
    word("只", "只");
    counted("匹", "horse", {"匹"});
    counted("植株", "plant", {"株", "棵"});
    counted("建筑", "structure", {"座", "栋", "幢", "间", "处", "眼", "口", "盏", "根", "段"});
    counted("机具", "machine", {"台", "辆", "架", "艘"});
    counted("文书", "document", {"份", "篇", "本", "册"});
    const BaseId furniture = define("家具", "furniture", BaseKind::counted);
    define("桌", "table", BaseKind::counted, furniture);
    word("张", "桌");
    define("椅", "chair", BaseKind::counted, furniture);
    word("把", "椅");
    word("件", {{Dimension(bases.at("文书")), Number(1)}, {Dimension(furniture), Number(1)}});
    const BaseId item = define("项", "item", BaseKind::generic);
    for (const char* name : {"个", "项", "种", "类", "条"}) {
        word(name, {{Dimension(item), Number(1)}});
    }
    word("工日", {{Dimension(people).times(Dimension(bases.at("日"))), Number(1)}});
}

const Declared& declared() {
    static const Declared all;
    return all;
}

}  // namespace

const UnitTable& units() {
    return declared().table;
}

BaseId base(std::string_view name) {
    const auto found = declared().bases.find(name);
    if (found == declared().bases.end()) throw std::logic_error("no base " + std::string(name));
    return found->second;
}

UnitRef unit(std::string_view spelled) {
    const ReadResult result = units().read(spelled);
    const UnitRef* const read = std::get_if<UnitRef>(&result);
    if (!read) throw std::logic_error("not a unit: " + std::string(spelled));
    return *read;
}

Quantity q(std::string_view written) {
    const bool negative = written.starts_with("-");
    if (negative) written.remove_prefix(1);
    const auto number = [&] {
        const std::size_t end = std::min(written.find_first_not_of("0123456789."), written.size());
        const Number value = Number::parse(written.substr(0, end)).value();
        written.remove_prefix(end);
        return value;
    };
    Quantity quantity;
    quantity.value = number();
    if (written.starts_with("÷")) {
        written.remove_prefix(std::string_view("÷").size());
        quantity.value = quantity.value.divided(number()).value();
    }
    if (negative) quantity.value = -quantity.value;
    if (!written.empty()) quantity.unit = unit(written);
    return quantity;
}

}  // namespace biao::test
