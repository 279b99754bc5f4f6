#pragma once
// A pandapower net as its to_json writes it: tables of elements as data frames (pandas, orient "split"), as texts of JSON within the JSON
// or as plain objects, read into columns by name. Nothing of what the file says about Python classes is acted on.
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/errors.h"

namespace parktwin::importers::pandapower {

struct Element {
  long index = 0;
  std::map<std::string, nlohmann::json> values;  ///< null where a cell is empty
};

using Elements = std::vector<Element>;

struct NetFile {
  double base_mva = 1.0;
  double frequency_hz = 50.0;
  std::map<std::string, Elements> tables;  ///< not empty ones
};

/// Problems: no net, a table that is no data frame, rows of another length than the columns, an index that is no whole number or stands
/// twice.
[[nodiscard]] std::optional<NetFile> parse_net(const nlohmann::json& document, const std::string& file, Problems& problems);

}  // namespace parktwin::importers::pandapower
