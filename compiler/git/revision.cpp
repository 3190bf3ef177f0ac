#include "git/revision.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "git/repository.h"
#include "pipeline/inputs.h"

namespace biao::git {

namespace fs = std::filesystem;

namespace {

struct Blob {
    std::string hash;
    std::string path;  // from the top of the repository
};

/// `100644 blob 1f2e…<tab>path`, apart by NUL: paths are as they are, Chinese ones too.
std::vector<Blob> blobsIn(std::string_view listing) {
    std::vector<Blob> blobs;
    while (!listing.empty()) {
        const auto end = listing.find('\0');
        const auto row = listing.substr(0, end);
        listing.remove_prefix(end == std::string_view::npos ? listing.size() : end + 1);
        const auto tab = row.find('\t');
        const auto hash = row.rfind(' ', tab);
        if (tab == std::string_view::npos || hash == std::string_view::npos) continue;
        const auto path = row.substr(tab + 1);
        // A link holds a path, and no text.
        if (row.starts_with("120000") || row.find(" blob ") > tab) continue;
        if (path.ends_with(pipeline::extension))
            blobs.push_back({std::string(row.substr(hash + 1, tab - hash - 1)), std::string(path)});
    }
    return blobs;
}

/// `1f2e… blob 123`, a line; as many bytes; a line's end.
std::optional<std::string> nextBlob(std::string_view& given) {
    const auto end = given.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto head = given.substr(0, end);
    const auto digits = head.substr(head.rfind(' ') + 1);
    std::size_t size = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (read.ec != std::errc() || given.size() < end + 1 + size + 1) return std::nullopt;
    std::string text(given.substr(end + 1, size));
    given.remove_prefix(end + 1 + size + 1);
    return text;
}

bool within(const std::string& identity, const std::vector<std::string>& places) {
    return places.empty() ||
           std::any_of(places.begin(), places.end(), [&](const std::string& place) {
               return identity == place || identity.starts_with(place + "/");
           });
}

}  // namespace

std::variant<Revision, Localized> filesAt(const std::string& revision,
                                          const std::vector<std::string>& paths) {
    auto tree = workingTree();
    if (auto* error = std::get_if<Localized>(&tree)) return std::move(*error);
    const auto unknown = phrase(Phrase::gitNoRevision, {{"name", harmless(revision)}});
    if (revision.empty() || revision.starts_with('-')) return unknown;
    auto found =
        ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"});
    if (auto* error = std::get_if<Localized>(&found)) return std::move(*error);
    if (std::get<Ran>(found).status != 0) return unknown;
    const std::string hash = firstLine(std::get<Ran>(found).output);
    auto listing = tell({"ls-tree", "-r", "-z", "--full-tree", hash});
    if (auto* error = std::get_if<Localized>(&listing)) return std::move(*error);
    const auto blobs = blobsIn(std::get<std::string>(listing));
    std::string hashes;
    for (const Blob& blob : blobs)
        hashes += blob.hash + "\n";
    auto contents = tell({"cat-file", "--batch"}, hashes);
    if (auto* error = std::get_if<Localized>(&contents)) return std::move(*error);

    std::vector<std::string> places;
    for (const std::string& path : paths)
        places.push_back(fs::path(pipeline::identityOf(path)).lexically_normal().native());
    std::string top = std::get<std::string>(tree);
    if (top.empty()) {  // a bare repository: its files are told as if they stood in it
        auto folder = tell({"rev-parse", "--absolute-git-dir"});
        if (auto* fault = std::get_if<Localized>(&folder)) return std::move(*fault);
        top = firstLine(std::get<std::string>(folder));
    }
    top = pipeline::identityOf(top);
    std::error_code error;
    const fs::path here = fs::current_path(error);
    Revision files;
    std::string_view given = std::get<std::string>(contents);
    for (const Blob& blob : blobs) {
        auto text = nextBlob(given);
        if (!text) return phrase(Phrase::gitFailed, {{"reason", harmless(blob.path)}});
        const std::string identity = pipeline::identityOf(top + "/" + blob.path);
        if (within(identity, places))
            files.paths.push_back(fs::path(identity).lexically_relative(here).native());
        files.texts.emplace(identity, std::move(*text));
    }
    std::sort(files.paths.begin(), files.paths.end());
    return files;
}

}  // namespace biao::git
