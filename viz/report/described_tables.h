#pragma once
// Every list of described records in the results as a table of the report, whatever simulator it is of: a new result appears without a
// line here. Columns are the fields that hold one value; ids are shown as the park's; lists longer than `longest` rows end there and say
// so. Id of a table: its path in the results, "energy/months". A column's `about` is the field's meaning.
#include <vector>

#include "engine/storage/storage.h"
#include "viz/report/table_json.h"

namespace parktwin::viz::report {

[[nodiscard]] std::vector<Json> described_tables(const storage::SavedRun& run, std::size_t longest = 400);

/// The tables as a page carries them: JSON as a zlib stream in Base64, a sixth of their size.
[[nodiscard]] std::string packed_tables(const Json& tables);

/// "energy_day": mean power of the year's days by hour.
[[nodiscard]] Json day_table(const storage::SavedRun& run);

}  // namespace parktwin::viz::report
