#include "importers/park_folder/antenna_patterns.h"

#include <fmt/format.h>

#include "importers/antenna/antenna_file.h"
#include "importers/park_folder/inner_path.h"

namespace parktwin::importers {
namespace {

void take(MeasuredPattern pattern, Antenna& antenna) {
  antenna.horizontal_cut_db = std::move(pattern.horizontal_db);
  antenna.vertical_cut_db = std::move(pattern.vertical_db);
  if (!antenna.measured_gain) antenna.measured_gain = pattern.gain;
  if (!antenna.measured_downtilt) antenna.measured_downtilt = pattern.electrical_downtilt;
  if (!antenna.measured_frequency) antenna.measured_frequency = pattern.frequency;
}

}  // namespace

void read_antenna_patterns(const std::filesystem::path& beside, const std::string& table_file, std::vector<Antenna>& antennas,
                           TableProblems& problems, std::vector<Note>& notes) {
  for (auto& antenna : antennas) {
    if (antenna.pattern_file.empty() || !antenna.horizontal_cut_db.empty() || !antenna.vertical_cut_db.empty()) continue;
    const std::string record = "antennas " + antenna.id;
    if (!stays_inside(antenna.pattern_file)) {
      problems.add(table_file, record, "pattern_file", fmt::format("\"{}\" {}", antenna.pattern_file, leaves_folder));
      continue;
    }
    try {
      take(read_antenna_file(beside / antenna.pattern_file), antenna);
    } catch (const InputError& error) {
      problems.add(table_file, record, "pattern_file", fmt::format("names \"{}\", which cannot be used", antenna.pattern_file));
      problems.all().add(error);
      continue;
    }
    if (!antenna.measured_downtilt) {
      notes.push_back(
          {NoteKind::assumption, record,
           fmt::format("{} names no electrical tilt; the direction of its vertical cut's peak was taken", antenna.pattern_file)});
    }
  }
}

}  // namespace parktwin::importers
