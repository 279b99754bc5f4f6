#pragma once
// A pandapower net as tables for a recipe (power_tables.h): bus, line, trafo, load, sgen, gen, ext_grid, shunt, switch; coordinates from
// the column geo or the table bus_geodata. Closed switches between buses join them; an open switch at a line or transformer takes it out of
// service. Taps on the low side become its rated voltage. Elements without a place in a park (trafo3w, impedance, ward, dcline, …) and
// conductances of lines are remarked and left out.
#include <filesystem>

#include "importers/pandapower/net_file.h"
#include "importers/power_tables/power_tables.h"

namespace parktwin::importers::pandapower {

/// Problems: cells of another type than pandapower has, elements at buses that are not there.
[[nodiscard]] std::optional<PowerCase> power_case(const NetFile& net, const std::string& file, Problems& problems);

[[nodiscard]] std::optional<ForeignTables> read_pandapower(const std::filesystem::path& file, Problems& problems);

}  // namespace parktwin::importers::pandapower
