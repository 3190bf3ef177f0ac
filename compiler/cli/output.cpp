#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

namespace biao::cli {

namespace {

int writeAll(int stream, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::write(stream, text.data(), text.size());
        if (count < 0 && errno != EINTR) return errno;
        if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

}  // namespace

void ignoreSignalsOfWriting() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

int writeOutput(std::string_view text) {
    return writeAll(STDOUT_FILENO, text);
}

void writeAside(std::string_view text) {
    writeAll(STDERR_FILENO, text);
}

void writeTrouble(std::string_view line) {
    writeAll(STDERR_FILENO, "biao: " + std::string(line) + "\n");
}

bool isColourful(Stream stream) {
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal && std::string_view(terminal) == "dumb";
    const int number = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    return ::isatty(number) == 1 && !isSet("NO_COLOR") && !dumb;
}

}  // namespace biao::cli
