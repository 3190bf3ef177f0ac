#include "diagnostics/fingerprint.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>

#include "base/files.h"

namespace biao {

namespace {

/// FNV-1a: the same on every machine and for ever.
class Hash {
public:
    void add(std::string_view text) {
        for (const char byte : text)
            add(static_cast<unsigned char>(byte));
        add(std::uint8_t{0xFF});  // stands in no UTF-8: keeps "ab", "c" from "a", "bc"
    }
    void add(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

std::string withoutNumbers(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const bool ofNumber = (byte >= '0' && byte <= '9') || byte == '.' || byte == ',';
        if (!ofNumber) out += byte;
    }
    return out;
}

/// The first line of what stands there.
std::string_view textAt(const Source& source, Span span) {
    const auto text = source.slice(span);
    return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const SourceSet& sources) {
    std::vector<std::string> out;
    std::map<std::uint64_t, std::size_t> alike;
    std::set<std::uint64_t> taken;
    for (const Finding& finding : findings) {
        Hash hash;
        hash.add(finding.code);
        if (finding.span.file.value < sources.size()) {
            const Source& source = sources[finding.span.file];
            hash.add(plainPath(source.path()));
            hash.add(textAt(source, finding.span));
        }
        for (const Argument& argument : finding.arguments) {
            // What reads otherwise in the other language is our own wording, which may change.
            if (argument.value.zh == argument.value.en) hash.add(withoutNumbers(argument.value.zh));
        }
        // Those that are alike are told apart by their order.
        const std::size_t before = alike[hash.value()]++;
        if (before > 0) hash.add(std::to_string(before));
        while (!taken.insert(hash.value()).second)
            hash.add(std::uint8_t{0});
        out.push_back(fmt::format("{:016x}", hash.value()));
    }
    return out;
}

}  // namespace biao
