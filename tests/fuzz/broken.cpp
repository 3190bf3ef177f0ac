#include <cstdio>
#include <cstdlib>

#include "entry.h"

namespace biao::fuzz {

void broken(const std::string& what) {
    std::fprintf(stderr, "fuzz: %s\n", what.c_str());
    std::abort();
}

}  // namespace biao::fuzz
