// Several fixes made in one text at once, and where what stood in it stands afterwards.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"

namespace biao::pipeline {

class EditedText {
public:
    /// False, and nothing taken, where the edits meet one another or any that were taken before.
    bool take(const std::vector<Edit>& edits);
    bool empty() const { return taken_.empty(); }

    /// Line ends of the edits become those of the text.
    std::string applied(std::string_view text) const;

    /// Where bytes of the text as it was stand in the text as it will be.
    class Moves {
    public:
        explicit Moves(const EditedText& edits);
        std::uint32_t of(std::uint32_t byte) const;

    private:
        struct Step {
            std::uint32_t begin;
            std::uint32_t end;
            std::int64_t before;  // how far what stands before its end has moved
            std::int64_t after;
        };
        std::vector<Step> steps_;
    };

private:
    struct Replaced {
        std::uint32_t end;
        std::string text;
    };
    bool meets(std::uint32_t begin, std::uint32_t end) const;

    std::map<std::uint32_t, Replaced> taken_;  // by where each begins
};

}  // namespace biao::pipeline
