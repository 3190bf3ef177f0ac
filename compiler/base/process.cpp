#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace biao {

namespace {

/// Closed when it goes out of scope.
class End {
public:
    End() = default;
    End(const End&) = delete;
    End& operator=(const End&) = delete;
    ~End() { close(); }
    void hold(int fd) { fd_ = fd; }
    int get() const { return fd_; }
    bool open() const { return fd_ >= 0; }
    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

private:
    int fd_ = -1;
};

struct Pipe {
    End reads;
    End writes;
    bool make() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
        reads.hold(ends[0]);
        writes.hold(ends[1]);
        return true;
    }
};

/// What the end of a pipe that nobody reads would do to us is an error of write() instead.
class NoSignal {
public:
    NoSignal() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
    NoSignal(const NoSignal&) = delete;
    NoSignal& operator=(const NoSignal&) = delete;
    ~NoSignal() {
        if (before_ != SIG_ERR) std::signal(SIGPIPE, before_);
    }

private:
    void (*before_)(int);
};

void feed(End& end, std::string_view& input) {
    const auto count = ::write(end.get(), input.data(), input.size());
    if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
    const bool over = count < 0 && errno != EAGAIN && errno != EINTR;
    if (over || input.empty()) end.close();
}

void drain(End& end, std::string& text) {
    std::array<char, 65536> buffer{};
    const auto count = ::read(end.get(), buffer.data(), buffer.size());
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) end.close();
}

/// False where it gave more than `limit`.
bool talk(End& in, End& out, End& err, std::string_view input, std::size_t limit, Ran& ran) {
    if (input.empty()) in.close();
    while (in.open() || out.open() || err.open()) {
        std::array<pollfd, 3> all = {pollfd{in.get(), POLLOUT, 0}, pollfd{out.get(), POLLIN, 0},
                                     pollfd{err.get(), POLLIN, 0}};
        if (::poll(all.data(), all.size(), -1) < 0 && errno != EINTR) break;
        if (all[0].revents != 0) feed(in, input);
        if (all[1].revents != 0) drain(out, ran.output);
        if (all[2].revents != 0) drain(err, ran.complaints);
        if (ran.output.size() > limit || ran.complaints.size() > limit) return false;
    }
    return true;
}

FileError failed(const std::string& program, int number) {
    return {program, std::generic_category().message(number), number};
}

}  // namespace

std::variant<Ran, FileError> runProgram(const std::vector<std::string>& words,
                                        std::string_view input, std::size_t limit) {
    const std::string& program = words.front();
    Pipe in;
    Pipe out;
    Pipe err;
    if (!in.make() || !out.make() || !err.make()) return failed(program, errno);
    ::fcntl(in.writes.get(), F_SETFL, O_NONBLOCK);
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));  // nobody writes to it
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in.reads.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out.writes.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.writes.get(), STDERR_FILENO);
    pid_t child = 0;
    const int error =
        ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return failed(program, error);
    in.reads.close();
    out.writes.close();
    err.writes.close();

    const NoSignal quiet;
    Ran ran;
    const bool whole = talk(in.writes, out.reads, err.reads, input, limit, ran);
    if (!whole) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!whole) return failed(program, EOVERFLOW);
    constexpr int signalled = 128;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
    return ran;
}

}  // namespace biao
