#include "importers/antenna/radio_mobile.h"

#include <fmt/format.h>

#include "importers/antenna/cut_rows.h"

namespace parktwin::importers {
namespace {

constexpr std::size_t zenith_deg = 270;  // where the vertical cut begins, in degrees from the horizon in front downwards

}  // namespace

MeasuredPattern parse_radio_mobile(const std::vector<TextLine>& lines, const std::string& file, Problems& problems) {
  MeasuredPattern pattern;
  pattern.horizontal_db.assign(cut_values, 0.0);
  pattern.vertical_db.assign(cut_values, 0.0);
  if (lines.size() != 2 * cut_values) {
    problems.add(file, "",
                 fmt::format("holds {} lines, expected {}: {} of the horizontal cut, then {} of the vertical one", lines.size(),
                             2 * cut_values, cut_values, cut_values));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto gain_db = number_of(lines[i].text);
    if (!gain_db || *gain_db > 0.0 || *gain_db < -deepest_attenuation_db) {
      problems.add(file, place_of(lines[i]),
                   fmt::format("found {}, expected a gain relative to the peak from {} to 0 dB", shown_text(lines[i].text),
                               -deepest_attenuation_db));
      continue;
    }
    const double attenuation_db = 0.0 - *gain_db;
    if (i < cut_values) {
      pattern.horizontal_db[i] = attenuation_db;
    } else if (i < 2 * cut_values) {
      pattern.vertical_db[(i - cut_values + zenith_deg) % cut_values] = attenuation_db;
    }
  }
  return pattern;
}

}  // namespace parktwin::importers
