// The command `emit`: what the pipeline is to write of each submission, and where all of it goes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

/// What was asked for, with the emitter that makes it.
pipeline::Request withEmitter(const Options& options);

struct Document {
    std::string name;  // in a folder
    std::string text;
};
/// `emitted` made whole: JSON is one document, CSV the tables that are wanted. Never none; the
/// first is the one for standard output.
std::vector<Document> documentsOf(std::vector<std::string> emitted, const Options& options,
                                  std::string_view generator);

/// Whether `path` is meant for a folder: one that is there, or a name that ends in a slash.
bool isForFolder(const std::string& path);

/// Each in the folder, which is made if need be; or the first as the file. A file is whole or, as
/// far as this writes it, not there.
std::vector<pipeline::Trouble> writeDocuments(const std::vector<Document>& documents,
                                              const std::string& path);

}  // namespace biao::cli
