#include "engine/park/duplex_faults.h"

#include <fmt/format.h>

namespace parktwin {

std::optional<std::string> fault_of_duplex(std::string_view pattern) {
  if (pattern.empty() || pattern == "FDD") return std::nullopt;
  if (pattern.find_first_not_of("DSU") != std::string_view::npos) {
    return fmt::format("found \"{}\", expected FDD or slots by their letters D (down), S (special) and U (up), such as DDDSU", pattern);
  }
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != 'D' || pattern[(i + 1) % pattern.size()] != 'U') continue;
    return fmt::format("found \"{}\" with U after D{}, expected a special slot S between", pattern,
                       i + 1 == pattern.size() ? " where the period repeats" : "");
  }
  return std::nullopt;
}

}  // namespace parktwin
