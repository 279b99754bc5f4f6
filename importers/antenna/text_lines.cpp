#include "importers/antenna/text_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace parktwin::importers {
namespace {

constexpr std::string_view blanks = " \t\r\f\x1a";
constexpr std::string_view separators = " \t,;";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back({number, line});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string place_of(const TextLine& line) { return fmt::format("line {}", line.number); }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = text.find_first_not_of(separators); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(separators, end);
  }
  return words;
}

std::optional<double> leading_number(std::string_view word, std::string_view& rest) {
  if (word.starts_with('+') && !word.starts_with("+-")) word.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  rest = word.substr(static_cast<std::size_t>(end - word.data()));
  return value;
}

std::optional<double> number_of(std::string_view word) {
  std::string_view rest;
  const auto value = leading_number(word, rest);
  return rest.empty() ? value : std::nullopt;
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return upper;
}

std::string shown_text(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string shown(text.substr(0, longest));
  std::replace_if(
      shown.begin(), shown.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7f; }, '?');
  return fmt::format("\"{}{}\"", shown, text.size() > longest ? "..." : "");
}

std::size_t first_control_byte(std::string_view text) {
  constexpr std::string_view allowed = "\t\n\r\f";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool end_mark = byte == 0x1a && i + 1 == text.size();
    if (byte < 0x20 && allowed.find(text[i]) == std::string_view::npos && !end_mark) return i;
  }
  return std::string_view::npos;
}

}  // namespace parktwin::importers
