#include "engine/simulators/energy/carbon/factor_table.h"

#include <fmt/format.h>

#include <fstream>

namespace parktwin::energy::carbon {
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> values;
  std::size_t begin = 0;
  while (true) {
    const std::size_t comma = line.find(',', begin);
    values.push_back(line.substr(begin, comma == std::string::npos ? comma : comma - begin));
    if (comma == std::string::npos) return values;
    begin = comma + 1;
  }
}

}  // namespace

TextTable read_text_table(const std::filesystem::path& file, Problems& problems) {
  TextTable table;
  table.file = file.string();
  std::ifstream stream(file);
  if (!stream || std::filesystem::is_directory(file)) {
    problems.add(table.file, "", "cannot be read, expected a CSV table");
    return table;
  }
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    auto values = split(line);
    if (table.columns.empty()) {
      table.columns = std::move(values);
    } else if (values.size() != table.columns.size()) {
      problems.add(table.file, fmt::format("line {}", number),
                   fmt::format("{} values for {} columns", values.size(), table.columns.size()));
    } else {
      table.rows.push_back({number, std::move(values)});
    }
  }
  if (table.columns.empty()) problems.add(table.file, "", "is empty, expected a header of column names");
  return table;
}

}  // namespace parktwin::energy::carbon
