#include "engine/park/antenna_faults.h"

#include <fmt/format.h>

namespace parktwin {
namespace {

constexpr std::int32_t most_beams = 64;  // TS 38.213 v16.2.0 4.1, above 6 GHz

void check_cut(std::string_view field, const std::vector<double>& cut, const std::vector<double>& other,
               std::vector<AntennaFault>& faults) {
  if (cut.empty() && !other.empty()) {
    faults.push_back({field, "is missing, expected both cuts of a measured pattern: a value for each degree from 0 to 359"});
  } else if (!cut.empty() && cut.size() != cut_values) {
    faults.push_back({field, fmt::format("holds {} values, expected {}: one for each degree from 0 to 359", cut.size(), cut_values)});
  }
}

void check_beams(std::string_view field, std::int32_t beams, std::string_view of, std::int32_t elements, bool measured,
                 std::vector<AntennaFault>& faults) {
  if (beams <= 1) return;
  if (measured) {
    faults.push_back({field, fmt::format("found {}, expected 1: the beam of a measured pattern is that of its cuts", beams)});
  } else if (elements <= 1) {
    faults.push_back({field, fmt::format("found {}, expected 1: the antenna has a single {} and cannot steer across it", beams, of)});
  }
}

}  // namespace

std::vector<AntennaFault> faults_of(const Antenna& antenna) {
  std::vector<AntennaFault> faults;
  check_cut("horizontal_cut_db", antenna.horizontal_cut_db, antenna.vertical_cut_db, faults);
  check_cut("vertical_cut_db", antenna.vertical_cut_db, antenna.horizontal_cut_db, faults);
  const bool measured = !antenna.horizontal_cut_db.empty() || !antenna.vertical_cut_db.empty();
  if (measured && !antenna.measured_gain) {
    faults.push_back({"measured_gain_dbi", "is missing, expected the peak gain of the measured pattern"});
  }
  if (!measured && !antenna.pattern_file.empty()) {
    faults.push_back({"pattern_file", fmt::format("names \"{}\", but the antenna holds no cuts; where files are not read, give "
                                                  "horizontal_cut_db, vertical_cut_db and measured_gain_dbi",
                                                  antenna.pattern_file)});
  }
  check_beams("ssb_beams_horizontal", antenna.ssb_beams_horizontal, "column", antenna.omnidirectional ? 1 : antenna.columns, measured,
              faults);
  check_beams("ssb_beams_vertical", antenna.ssb_beams_vertical, "row", antenna.rows, measured, faults);
  if (antenna.ssb_beams_horizontal > 0 && antenna.ssb_beams_vertical > most_beams / antenna.ssb_beams_horizontal) {
    faults.push_back({"ssb_beams_vertical", fmt::format("found {} x {} beams, expected at most {} in all", antenna.ssb_beams_horizontal,
                                                        antenna.ssb_beams_vertical, most_beams)});
  }
  return faults;
}

}  // namespace parktwin
