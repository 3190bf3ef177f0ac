// The standard library and one file beside it, opened to be asked.
#pragma once

#include <memory>
#include <string_view>

#include "pipeline/shelf.h"

namespace biao::reference::test {

/// The library as it stands in the project; `text` is a user's own file, if there is any.
std::unique_ptr<pipeline::Shelf> shelf(std::string_view text = {});

}  // namespace biao::reference::test
