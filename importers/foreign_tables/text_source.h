#pragma once
// Text and JSON sources as a whole, held to a size and to UTF-8 before anything is made of them.
#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "engine/core/errors.h"

namespace parktwin::importers {

inline constexpr std::uint64_t most_source_bytes = 256ULL << 20U;

/// Without a byte order mark. Problems: missing, a folder, empty, larger than the bound, not UTF-8 (or with a zero byte).
[[nodiscard]] std::optional<std::string> read_text_source(const std::filesystem::path& file, Problems& problems,
                                                          std::uint64_t most_bytes = most_source_bytes);

/// Problems name line and column. Numbers that no double holds and texts that are cut off are problems as well.
[[nodiscard]] std::optional<nlohmann::json> parse_json(const std::string& text, const std::string& file, Problems& problems);

/// "line 12" of a byte.
[[nodiscard]] std::string line_of(const std::string& text, std::size_t byte);

}  // namespace parktwin::importers
