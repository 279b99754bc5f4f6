#pragma once
// Measured patterns of antennas whose record names a file: the cuts, and what else the file says and the record does not. A record that
// holds cuts already keeps them, so that a written park needs no pattern files.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/radio_inventory.h"
#include "importers/park_folder/draft_park.h"

namespace parktwin::importers {

/// `beside` is the folder that file names start from; `table_file` names the table of antennas in problems.
void read_antenna_patterns(const std::filesystem::path& beside, const std::string& table_file, std::vector<Antenna>& antennas,
                           TableProblems& problems, std::vector<Note>& notes);

}  // namespace parktwin::importers
