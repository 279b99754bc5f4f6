#pragma once
// A MATPOWER case file (.m) as numbers with their lines (MATPOWER User's Manual, appendix B: version, baseMVA, bus, gen, branch, gencost).
// Only literals are taken: the file is no program here, and formulas in cells or statements that compute are refused with their line.
// Comments, continuation lines (…), names of buses and other fields of the case are allowed; the latter are listed.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/errors.h"

namespace parktwin::importers::matpower {

struct Row {
  std::size_t line = 0;
  std::vector<double> values;
};

struct CaseFile {
  std::string name;
  double base_mva = 0.0;
  std::vector<Row> buses;
  std::vector<Row> generators;
  std::vector<Row> branches;
  std::vector<Row> costs;
  std::vector<std::string> bus_names;
  std::vector<std::string> others;  ///< fields that were read over
};

/// Problems: formulas, statements, cells that are no numbers, rows of another length, missing tables or version, numbers of buses that are
/// no whole numbers, twice or not there.
[[nodiscard]] std::optional<CaseFile> parse_case(std::string_view text, const std::string& file, Problems& problems);

}  // namespace parktwin::importers::matpower
