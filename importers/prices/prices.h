#pragma once
// A price table from a CSV file, whose columns are the fields of a price.
#include <filesystem>
#include <vector>

#include "engine/scenario/cost/price.h"

namespace parktwin::importers {

/// In the order of the file. Throws InputError with every problem: missing file or column, a column, kind of change or field that is not
/// known, figures out of range or order, an item twice.
[[nodiscard]] std::vector<costs::Price> read_prices(const std::filesystem::path& file);

}  // namespace parktwin::importers
