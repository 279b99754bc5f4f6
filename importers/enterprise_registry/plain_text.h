#pragma once
// Texts of Chinese tables made comparable: full-width letters, digits and brackets as half-width, code points, pairs of neighbours.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parktwin::importers {

/// Full-width forms (U+FF01 to U+FF5E) and the ideographic space as ASCII; all else stays. The text is UTF-8.
[[nodiscard]] std::string half_width(std::string_view text);

/// One text for each code point.
[[nodiscard]] std::vector<std::string> code_points(std::string_view text);

/// Pairs of neighbouring code points, sorted, each as often as it stands there.
[[nodiscard]] std::vector<std::uint64_t> neighbour_pairs(std::string_view text);

/// Share of the pairs of the shorter list that the other one has as well (overlap coefficient); 0 for an empty list.
[[nodiscard]] double pair_overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// Takes every occurrence out.
void remove_all(std::string& text, std::string_view what);

}  // namespace parktwin::importers
