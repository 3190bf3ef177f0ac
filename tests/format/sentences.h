// Files made up from the grammar: a walk through the tables of the generated parser, which knows
// every rule there is, now and later.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace biao::test {

class Sentences {
public:
    explicit Sentences(std::uint32_t seed);
    ~Sentences();

    /// A file, most often without errors.
    std::string file();

    /// Choices of the grammar that no file has taken yet, by the rule they stand in.
    std::vector<std::string> untaken() const;

private:
    class Walk;
    std::unique_ptr<Walk> walk_;
};

}  // namespace biao::test
