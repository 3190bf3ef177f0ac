// The program's own standard library, kept open between checks: for those who check many texts one
// after the other (an editor, a fuzzer). One check at a time.
#pragma once

#include <memory>

#include "pipeline/check.h"

namespace biao::pipeline {

class Session {
public:
    explicit Session(const Limits& limits = {});
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    /// What check() gives; a request for another library opens that one for itself. The request's
    /// limits are the session's.
    Report check(Request request);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace biao::pipeline
