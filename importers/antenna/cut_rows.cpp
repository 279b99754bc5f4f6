#include "importers/antenna/cut_rows.h"

#include <fmt/format.h>

#include <cmath>

namespace parktwin::importers {

void CutRows::add(const TextLine& line) {
  ++rows_;
  const auto words = words_of(line.text);
  if (words.size() != 2) return report(line, fmt::format("found {}, expected an angle and an attenuation", shown_text(line.text)));
  const auto angle = number_of(words[0]);
  const auto attenuation = number_of(words[1]);
  const bool whole = angle && *angle >= 0.0 && *angle < static_cast<double>(cut_values) && *angle == std::floor(*angle);
  if (!whole) {
    report(line, fmt::format("found the angle {}, expected a whole number of degrees from 0 to 359", shown_text(words[0])));
  }
  const bool fits = attenuation && *attenuation >= 0.0 && *attenuation <= deepest_attenuation_db;
  if (!fits) {
    report(line,
           fmt::format("found the attenuation {}, expected a number of dB from 0 to {}", shown_text(words[1]), deepest_attenuation_db));
  }
  if (!whole) return;
  const auto degree = static_cast<std::size_t>(*angle);
  if (first_line_[degree] != 0) {
    return report(line, fmt::format("gives the angle {} of {} again, first on line {}", degree, section_, first_line_[degree]));
  }
  first_line_[degree] = line.number;
  if (fits) values_[degree] = *attenuation + 0.0;  // turns a negative zero into zero
}

std::vector<double> CutRows::finish() {
  constexpr std::size_t named = 5;
  std::string first;
  std::size_t missing = 0;
  std::vector<double> cut;
  for (std::size_t degree = 0; degree < cut_values; ++degree) {
    cut.push_back(values_[degree].value_or(0.0));
    if (first_line_[degree] != 0) continue;
    if (++missing <= named) first += fmt::format("{}{}", first.empty() ? "" : ", ", degree);
  }
  if (missing > 0) {
    problems_.add(file_, "section " + section_,
                  fmt::format("misses {} of {} degrees: {}{}", missing, cut_values, first, missing > named ? " ..." : ""));
  }
  return cut;
}

}  // namespace parktwin::importers
