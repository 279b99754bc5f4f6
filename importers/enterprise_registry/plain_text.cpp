#include "importers/enterprise_registry/plain_text.h"

#include <algorithm>

namespace parktwin::importers {
namespace {

std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::vector<std::string> code_points(std::string_view text) {
  std::vector<std::string> points;
  for (std::size_t i = 0; i < text.size(); i += length_of(text[i])) points.emplace_back(text.substr(i, length_of(text[i])));
  return points;
}

std::string half_width(std::string_view text) {
  std::string result;
  for (const auto& point : code_points(text)) {
    if (point == "\xE3\x80\x80") {
      result += ' ';
    } else if (point.size() == 3 && (point.starts_with("\xEF\xBC") || point.starts_with("\xEF\xBD"))) {
      const auto code =
          (static_cast<unsigned>(static_cast<unsigned char>(point[1])) & 0x3FU) << 6U | (static_cast<unsigned char>(point[2]) & 0x3FU);
      // U+FF00 has 0xF00 in these twelve bits; U+FF01 is "!".
      const bool full = code >= 0xF01U && code <= 0xF5EU;
      result += full ? std::string(1, static_cast<char>(code - 0xF00U + 0x20U)) : point;
    } else {
      result += point;
    }
  }
  return result;
}

std::vector<std::uint64_t> neighbour_pairs(std::string_view text) {
  std::vector<std::uint64_t> numbers;
  for (const auto& point : code_points(text)) {
    std::uint64_t number = 0;
    for (const char byte : point) number = number << 8U | static_cast<unsigned char>(byte);
    numbers.push_back(number);
  }
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) pairs.push_back(numbers[i] << 32U | numbers[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

double pair_overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return 0.0;
  std::size_t common = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) {
      ++common;
      ++i;
      ++k;
    } else {
      ++(a[i] < b[k] ? i : k);
    }
  }
  return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

void remove_all(std::string& text, std::string_view what) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.erase(at, what.size());
}

}  // namespace parktwin::importers
