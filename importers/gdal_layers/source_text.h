#pragma once
// Text sources in other encodings, and how far packed sources unfold.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace parktwin::importers {

/// The text as UTF-8; none when it is not in that encoding or the encoding is not known. An empty encoding is UTF-8.
[[nodiscard]] std::optional<std::string> as_utf8(const std::string& text, const std::string& encoding);

/// Why a .gz source is not unpacked: damaged, or more than `most_ratio` times its own size (and above 64 MiB); none when it is sound.
[[nodiscard]] std::optional<std::string> fault_of_gzip(const std::filesystem::path& file, std::uint64_t most_ratio = 200);

/// Why a spreadsheet (.xlsx) is not opened: not a zip archive, a part that unfolds beyond the bounds, or a merged cell, named by sheet and
/// range; none when it is sound.
[[nodiscard]] std::optional<std::string> fault_of_spreadsheet(const std::filesystem::path& file, const std::string& sheet);

}  // namespace parktwin::importers
