#include "emit/json_writer.h"

namespace biao::emit {

void JsonWriter::both(const Localized& name) {
    open();
    key("zh").text(name.zh);
    key("en").text(name.en);
    close();
}

}  // namespace biao::emit
