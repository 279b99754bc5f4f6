#include "cli/text_columns.h"

#include <algorithm>
#include <cstdint>

namespace parktwin::cli {
namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

Character decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) < 0xE0) return {((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (byte(0) < 0xF0) return {((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  return {((byte(0) & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU), 4};
}

// Wide and full-width blocks of Unicode Standard Annex 11.
std::size_t columns(std::uint32_t code) {
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
                    (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto character = decode(text);
    width += columns(character.code);
    text.remove_prefix(std::min(character.bytes, text.size()));
  }
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string result;
  std::size_t used = 0;
  while (!text.empty()) {
    const auto character = decode(text);
    if (used + columns(character.code) + 1 > width) break;
    used += columns(character.code);
    result.append(text.substr(0, character.bytes));
    text.remove_prefix(std::min(character.bytes, text.size()));
  }
  return result + "…";
}

std::string left(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::move(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string right(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::move(text);
}

}  // namespace parktwin::cli
