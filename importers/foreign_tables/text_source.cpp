#include "importers/foreign_tables/text_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "engine/core/utf8.h"
#include "engine/core/whole_file.h"
#include "importers/gdal_layers/source_file.h"

namespace parktwin::importers {

std::optional<std::string> read_text_source(const std::filesystem::path& file, Problems& problems, std::uint64_t most_bytes) {
  const auto refuse = [&](std::string place, std::string message) {
    problems.add(file.string(), std::move(place), std::move(message));
    return std::nullopt;
  };
  if (const auto fault = fault_of_source(file)) return refuse("", *fault);
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return refuse("", "cannot be read, expected a file");
  if (size > most_bytes) return refuse("", fmt::format("holds {} MiB, expected at most {}", size >> 20U, most_bytes >> 20U));
  auto text = read_whole(file);
  if (!text) return refuse("", "cannot be read");
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (const auto at = first_invalid_utf8(*text); at != std::string::npos) return refuse(line_of(*text, at), "is not UTF-8 from here on");
  return text;
}

std::optional<nlohmann::json> parse_json(const std::string& text, const std::string& file, Problems& problems) {
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t byte = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
    const auto line_start = byte == 0 ? 0 : text.rfind('\n', byte - 1) + 1;  // npos + 1 is 0
    problems.add(file, fmt::format("{}, column {}", line_of(text, byte), byte - line_start + 1),
                 byte >= text.size() ? "ends in the middle of a value, expected whole JSON" : "is no JSON from here on");
  } catch (const nlohmann::json::exception& error) {
    problems.add(file, "", std::string("holds a value that cannot be kept (") + error.what() + ")");
  }
  return std::nullopt;
}

std::string line_of(const std::string& text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return fmt::format("line {}", std::count(text.begin(), end, '\n') + 1);
}

}  // namespace parktwin::importers
