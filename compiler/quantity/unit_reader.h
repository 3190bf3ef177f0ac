// Remembers what spellings were read as: a file says the same few units thousands of times. One for
// each thread; the table outlives it and does not change meanwhile.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "quantity/unit_table.h"

namespace biao {

class UnitReader {
public:
    explicit UnitReader(const UnitTable& table) : table_(&table) {}

    const UnitTable& table() const { return *table_; }
    /// As UnitTable::read; stays valid while the reader lives.
    const ReadResult& read(std::string_view spelled) {
        const auto known = read_.find(spelled);
        if (known != read_.end()) return known->second;
        return read_.emplace(std::string(spelled), table_->read(spelled)).first->second;
    }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    const UnitTable* table_;
    std::unordered_map<std::string, ReadResult, TextHash, std::equal_to<>> read_;
};

}  // namespace biao
