#include "emit/schemas.h"

namespace biao::emit {

namespace {

std::string_view fileNamed(std::string_view name) {
    for (const EmbeddedFile& file : embeddedSchemas()) {
        if (file.path.ends_with(name)) return file.text;
    }
    return {};
}

}  // namespace

std::string_view modelSchema() {
    return fileNamed("/model.schema.json");
}

std::string_view diffSchema() {
    return fileNamed("/diff.schema.json");
}

std::string_view historySchema() {
    return fileNamed("/history.schema.json");
}

std::string_view findingsSchema() {
    return fileNamed("/findings.schema.json");
}

}  // namespace biao::emit
