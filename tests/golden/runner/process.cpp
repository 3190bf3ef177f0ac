#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace biao::golden {

namespace {

using Clock = std::chrono::steady_clock;

/// Reading end first.
std::array<int, 2> openPipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    return ends;
}

[[noreturn]] void become(const std::vector<std::string>& words, const std::string& folder, int out,
                         int err) {
    std::vector<char*> arguments;
    const char* input = "/dev/null";
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == "<" && at + 1 < words.size()) {
            input = words[++at].c_str();
        } else {
            arguments.push_back(const_cast<char*>(words[at].c_str()));  // exec does not write to it
        }
    }
    arguments.push_back(nullptr);
    ::setpgid(0, 0);  // so that what it starts is ended with it
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::setenv("TZ", "UTC", 1);
    ::unsetenv("LANGUAGE");
    ::unsetenv("BIAO_BLESS");
    if (::chdir(folder.c_str()) == 0) {
        ::dup2(::open(input, O_RDONLY), STDIN_FILENO);
        ::execv(arguments[0], arguments.data());
    }
    ::_exit(127);
}

/// Reads both pipes until they close; false when the time is over first.
bool collect(std::array<int, 2> pipes, std::array<std::string*, 2> texts, Clock::time_point end) {
    std::array<pollfd, 2> open = {pollfd{pipes[0], POLLIN, 0}, pollfd{pipes[1], POLLIN, 0}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) {
            return false;
        }
        ::poll(open.data(), open.size(), static_cast<int>(left));
        for (std::size_t which = 0; which < open.size(); ++which) {
            if (open[which].fd < 0 || open[which].revents == 0) {
                continue;
            }
            std::array<char, 65536> buffer{};
            const auto count = ::read(open[which].fd, buffer.data(), buffer.size());
            if (count > 0) {
                texts[which]->append(buffer.data(), static_cast<std::size_t>(count));
            } else if (count == 0 || errno != EINTR) {
                open[which].fd = -1;
            }
        }
    }
    return true;
}

}  // namespace

ProcessResult run(const std::vector<std::string>& words, const std::string& folder,
                  std::chrono::milliseconds limit) {
    const auto out = openPipe();
    const auto err = openPipe();
    const auto child = ::fork();
    if (child < 0) {
        throw std::runtime_error("no process");
    }
    if (child == 0) {
        become(words, folder, out[1], err[1]);
    }
    ::close(out[1]);
    ::close(err[1]);

    ProcessResult result;
    if (!collect({out[0], err[0]}, {&result.out, &result.err}, Clock::now() + limit)) {
        result.tooLong = true;
        ::kill(-child, SIGKILL);
    }
    ::close(out[0]);
    ::close(err[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return result;
}

}  // namespace biao::golden
