#include "viz/report/table_json.h"

#include <cmath>

#include "engine/core/check.h"

namespace parktwin::viz::report {

Json both(Phrase phrase) { return {{"en", std::string(phrase.en)}, {"zh", std::string(phrase.zh)}}; }

Json name_cell(const std::string& name, const std::string& name_zh) {
  if (name_zh.empty() || name_zh == name) return name;
  if (name.empty()) return name_zh;
  return {{"en", name}, {"zh", name_zh}};
}

Json rounded(double value, int decimals) {
  if (!std::isfinite(value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  const double scaled = value * scale;
  return std::abs(scaled) < 1e15 ? Json(std::round(scaled) / scale) : Json(value);
}

TableJson::TableJson(std::string_view id, Phrase title, Phrase about, const std::vector<Column>& columns) : columns_(columns.size()) {
  table_["id"] = std::string(id);
  table_["title"] = both(title);
  table_["about"] = both(about);
  table_["columns"] = Json::array();
  for (const Column& column : columns) {
    table_["columns"].push_back({{"key", std::string(column.key)},
                                 {"title", both(column.title)},
                                 {"kind", std::string(name_of(column.kind))},
                                 {"unit", std::string(column.unit)}});
  }
  table_["rows"] = Json::array();
}

void TableJson::add(std::vector<Json> cells) {
  PARKTWIN_CHECK(cells.size() == columns_, "a row of a report table has another number of cells than the table has columns");
  Json row = Json::array();
  for (Json& cell : cells) row.push_back(std::move(cell));
  table_["rows"].push_back(std::move(row));
}

}  // namespace parktwin::viz::report
