#pragma once
// A MATPOWER case as tables for a recipe (power_tables.h). Branches with a ratio, a phase shift or ends of different nominal voltage are
// transformers, with the ratio at the `from` side; the others are lines with values in ohm and nanofarad at 50 Hz, the frequency the park's
// grid is solved at. Where a case has no nominal voltages (baseKV 0) 110 kV stand in. What a park's tables have no place for is remarked:
// angles of the reference, limits of reactive power, costs, charging of transformers, direct current.
#include <filesystem>

#include "importers/matpower/case_file.h"
#include "importers/power_tables/power_tables.h"

namespace parktwin::importers::matpower {

[[nodiscard]] PowerCase power_case(const CaseFile& file);

[[nodiscard]] std::optional<ForeignTables> read_matpower(const std::filesystem::path& file, Problems& problems);

}  // namespace parktwin::importers::matpower
