#pragma once
// Looking things up in the tables of a report, in tests.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "viz/report/table_json.h"

namespace parktwin::viz::report::testing {

inline const Json& find(const std::vector<Json>& tables, const std::string& id) {
  for (const Json& table : tables) {
    if (table["id"] == id) return table;
  }
  throw std::out_of_range("no table " + id);
}

inline Json cell(const Json& table, std::size_t row, const std::string& key) {
  for (std::size_t i = 0; i < table["columns"].size(); ++i) {
    if (table["columns"][i]["key"] == key) return table["rows"].at(row).at(i);
  }
  throw std::out_of_range("no column " + key);
}

}  // namespace parktwin::viz::report::testing
