#include "shelf.h"

#include "workspace.h"

namespace biao::reference::test {

std::unique_ptr<pipeline::Shelf> shelf(std::string_view text) {
    const pipeline::test::Workspace files;  // read whole before it goes
    files.put("own.biao", text);
    return std::make_unique<pipeline::Shelf>(
        pipeline::Request{{files / "own.biao"}, pipeline::test::project("stdlib")});
}

}  // namespace biao::reference::test
