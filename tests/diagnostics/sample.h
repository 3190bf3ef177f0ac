// A small source set and places in it by their text, for the tests of this folder.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"

namespace biao::sample {

/// The span of the first `text` in `source` of the set.
inline Span at(const SourceSet& sources, FileId file, std::string_view text) {
    const auto begin = sources[file].text().find(text);
    return {file, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + text.size())};
}

inline constexpr std::string_view project =
    "使用 示例表@2023\n"
    "项目 \"甲\" {\n"
    "    预算 23万元 = 财政拨款 20万元 + 其他资金 2万元\n"
    "\t数量指标 { \"培训\" ≥ 5万员 }\n"
    "}\n";

}  // namespace biao::sample
