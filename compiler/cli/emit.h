// The command `emit`: what the pipeline is to write of each submission, and where all of it goes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

class Emission {
public:
    /// Looks at where the output goes: a name that ends in a slash, or a folder that is there, is
    /// for tables a folder.
    explicit Emission(const Options& options);

    /// What was asked for, with the emitter that makes it.
    pipeline::Request request() const;
    /// Makes whole what the emitter gave: one document of JSON, or the tables that are wanted.
    void take(std::vector<std::string> emitted, std::string_view generator);
    /// For standard output.
    const std::string& text() const { return documents_.front().text; }
    /// Each table into the folder, which is made if need be, or the one document as the file. A
    /// file is whole, or as it was; a folder that was made for nothing is taken away again.
    std::vector<pipeline::Trouble> write() const;

private:
    struct Document {
        std::string name;  // in a folder
        std::string text;
    };

    const Options& options_;
    bool json_;
    bool folder_;
    bool indicators_;
    bool money_;
    std::vector<Document> documents_;
};

}  // namespace biao::cli
